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
/// <c>size</c> people are due at one moment: from that moment to the arrival of the last mail at a mail server on loopback, which this process
/// is. The service runs in a process of its own, with its timetable; PostgreSQL keeps what it says.
/// </summary>
internal static class SendBenchmark
{
    private static readonly Duration UntilDue = Duration.FromSeconds(10);

    public static async Task Run(Order order)
    {
        var size = order.Size ?? 20_000;
        var folder = Directory.CreateTempSubdirectory("mentorship-send-").FullName;
        await using var database = await TestDatabase.New(order.Engine);
        await using var sink = new MailSink();
        var settings = new Dictionary<string, string>(ServiceHost.Settings(order.Engine, database.ConnectionString, folder))
        {
            ["Mail:Transport"] = "smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{sink.Port}",
            ["DOTNET_TieredPGO"] = "1", // as in any process that lives long
        };
        await using var host = new ServiceHost(settings);
        var scene = await Scene.In(host, pairs: 1);
        await host.Inside(scene.Community, (_, db) => Prepare(db));
        await scene.AskEach(size);
        var service = HostProcess.Start(settings);
        var transport = host.Services.GetRequiredService<IEmailTransport>();
        await Turns.Take(
            order.Rounds,
            "seconds",
            new Contestant($"{size:#,0} due at one moment, to the last mail", () => Arrive(host, scene, sink, size)),
            new Contestant("as many mails handed over by the same transport, and nothing recorded", () => HandOver(transport, size)));
        await service.Kill();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Nothing else is due, and each record waits for the disk, as on a server that is not thrown away.</summary>
    private static async Task<int> Prepare(MentorshipDb db)
    {
        string[] settings =
        [
            "ALTER SYSTEM SET fsync = on", "ALTER SYSTEM SET synchronous_commit = on", "ALTER SYSTEM SET full_page_writes = on",
            "SELECT pg_reload_conf()",
        ];
        foreach (var setting in db is PostgreSqlDb ? settings : []) await db.Database.ExecuteSqlRawAsync(setting);
        await db.Notices.ExecuteDeleteAsync();
        return await db.Plans.ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, (Instant?)null));
    }

    private static async Task<double> Arrive(ServiceHost host, Scene scene, MailSink sink, int size)
    {
        var before = sink.DistinctCount;
        var due = SystemClock.Instance.GetCurrentInstant() + UntilDue;
        await host.Inside(scene.Community, (_, db) => db.Plans.Where(p => p.NextDueAt != null)
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, due)));
        while (sink.DistinctCount < before + size) await Task.Delay(20);
        var seconds = (SystemClock.Instance.GetCurrentInstant() - due).TotalSeconds;
        while (await host.Inside(scene.Community, (_, db) => db.Notices.AnyAsync(n => n.State == NoticeState.Waiting))) await Task.Delay(20);
        return seconds;
    }

    private static Task<double> HandOver(IEmailTransport transport, int size) => Timed.Seconds(async () =>
    {
        var mail = new EmailMessage("alone", "someone@mail.example", "You have a note waiting", "A line.\n\nhttps://notes.example/c/token\n");
        for (var number = 0; number < size; number++) await transport.Send(mail, default);
    });
}
