using Mentorship.Api.Jobs;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Faults;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// The timetable's own job hands <c>size</c> due notices of check-ins to a mail server on loopback, which this process is too; PostgreSQL
/// keeps what it says meanwhile.
/// </summary>
internal static class SendBenchmark
{
    public static async Task Run(Order order)
    {
        var size = order.Size ?? 20_000;
        var folder = Directory.CreateTempSubdirectory("mentorship-send-").FullName;
        await using var database = await TestDatabase.New(order.Engine);
        await using var sink = new MailSink();
        var settings = ServiceHost.Settings(order.Engine, database.ConnectionString, folder);
        await using var host = new ServiceHost(new Dictionary<string, string>(settings)
        {
            ["Mail:Transport"] = "smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{sink.Port}",
        });
        var scene = await Scene.In(host, pairs: 1);
        await host.Inside(scene.Community, (_, db) => KeepWhatIsSaid(db));
        await host.Inside(scene.Community, (_, db) => MakeDue(db, scene.Callers[0].Plan.Value, size));
        await Job(host, "dispatch-check-ins");
        var transport = host.Services.GetRequiredService<IEmailTransport>();
        await Turns.Take(
            order.Rounds,
            "seconds",
            new Contestant($"{size:#,0} notices", () => Send(host, scene, size)),
            new Contestant("as many mails handed over by the same transport, and nothing recorded", () => HandOver(transport, size)));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>As a server does that is not thrown away: each record of a mail waits for the disk.</summary>
    private static async Task<int> KeepWhatIsSaid(MentorshipDb db)
    {
        string[] settings =
        [
            "ALTER SYSTEM SET fsync = on", "ALTER SYSTEM SET synchronous_commit = on", "ALTER SYSTEM SET full_page_writes = on",
            "SELECT pg_reload_conf()",
        ];
        foreach (var setting in db is PostgreSqlDb ? settings : []) await db.Database.ExecuteSqlRawAsync(setting);
        return settings.Length;
    }

    private static async Task<int> MakeDue(MentorshipDb db, Guid original, int size)
    {
        await db.Notices.ExecuteDeleteAsync();
        await db.Plans.ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, (Instant?)null));
        var due = (SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1)).ToUnixTimeTicks();
        await Copies.Make<CheckInPlan>(db, original, size, new() { ["Id"] = Copies.IdOfN(db, series: 0), ["Holds"] = "NULL", ["NextDueAt"] = $"{due}" });
        return size;
    }

    /// <summary>Seconds of one run that hands all over; makes them due again first.</summary>
    private static async Task<double> Send(ServiceHost host, Scene scene, int size)
    {
        var since = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1);
        await host.Inside(scene.Community, (_, db) => db.Notices.ExecuteUpdateAsync(u => u
            .SetProperty(n => n.State, NoticeState.Waiting).SetProperty(n => n.NextAttemptAt, since).SetProperty(n => n.Attempts, 0)));
        await host.Inside(scene.Community, (_, db) => db.CheckIns.ExecuteUpdateAsync(
            u => u.SetProperty(c => c.State, CheckInState.Scheduled)));
        var before = Environment.CpuUsage.TotalTime;
        var seconds = await Timed.Seconds(() => Job(host, "send-notices"));
        Console.WriteLine($"{(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of processor time, the mail server's part too");
        var sent = await host.Inside(scene.Community, (_, db) => db.Notices.CountAsync(n => n.State == NoticeState.Sent));
        return sent == size ? seconds : throw new InvalidOperationException($"{sent} of {size} notices were sent.");
    }

    private static Task<double> HandOver(IEmailTransport transport, int size) => Timed.Seconds(async () =>
    {
        var mail = new EmailMessage("alone", "someone@mail.example", "You have a note waiting", "A line.\n\nhttps://notes.example/c/token\n");
        for (var number = 0; number < size; number++) await transport.Send(mail, default);
    });

    private static Task Job(ServiceHost host, string name) =>
        Timetable.Standard.Get(name).Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);
}
