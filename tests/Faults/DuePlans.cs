using System.Data.Common;
using Mentorship.Benchmarks;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Faults;

/// <summary>
/// A database in which so many plans, of as many people with addresses of their own, are due and nothing else waits; and what has become of them.
/// </summary>
internal sealed class DuePlans(TestDatabase database, string folder, int due) : IAsyncDisposable
{
    private static readonly Duration Lease = Duration.FromMinutes(1); // that of SendNotices

    private readonly ServiceHost _host = new(ServiceHost.Settings(database.Engine, database.ConnectionString, folder));
    private CommunityId _community;
    private PlanId _original;
    private LocalDate _date;

    public static async Task<DuePlans> Make(Engine engine, int due)
    {
        var plans = new DuePlans(await TestDatabase.New(engine), Directory.CreateTempSubdirectory("mentorship-faults-").FullName, due);
        var scene = await Scene.In(plans._host, pairs: 1);
        (plans._community, plans._original) = (scene.Community, scene.Callers[0].Plan);
        await scene.AskEach(due);
        await plans.InDb(plans.MakeDue);
        return plans;
    }

    /// <summary>The settings of a host of its own that sends to the mail server at this port.</summary>
    public Dictionary<string, string> Settings(int smtpPort) => new(ServiceHost.Settings(database.Engine, database.ConnectionString, folder))
    {
        ["Mail:Transport"] = "smtp",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = $"{smtpPort}",
    };

    /// <summary>How many check-ins there are; null while the database does not answer.</summary>
    public async Task<int?> Made()
    {
        try
        {
            return await InDb(db => Ours(db).CountAsync());
        }
        catch (Exception failure) when (failure is DbException || failure.InnerException is DbException)
        {
            return null;
        }
    }

    public async Task<bool> AllDone() => await Made() >= due && !await InDb(db => db.Notices.AnyAsync(n => n.NextAttemptAt != null));

    /// <summary>As if the lease of a sender had run out; to be called when no sender lives.</summary>
    public Task PassTheLease() => InDb(async db =>
    {
        var held = await db.Notices.Where(n => n.NextAttemptAt != null && n.Attempts > 0).OrderByDescending(n => n.NextAttemptAt)
            .Select(n => n.NextAttemptAt).FirstOrDefaultAsync();
        if (held is not { } last) return 0;
        return await db.Notices.Where(n => n.NextAttemptAt != null && n.Attempts > 0)
            .ExecuteUpdateAsync(u => u.SetProperty(n => n.NextAttemptAt, last - Lease));
    });

    public Task<CrashOutcome> Outcome(MailSink sink, IReadOnlyList<DateTimeOffset> cuts, int handOversOfACut, TimeSpan took) => InDb(async (db, vault) =>
    {
        var checkIns = await Ours(db).AsNoTracking().ToListAsync();
        var notices = await db.Notices.AsNoTracking().Where(n => n.Attempts > 0 || n.State != NoticeState.Dropped).ToListAsync();
        var taken = sink.Taken;
        var addresses = await db.Members.Where(m => m.EmailHash != null).ToDictionaryAsync(m => m.Id, m => m.EmailHash!);
        var arrived = notices.Where(n => n.State == NoticeState.Sent && taken.ContainsKey(n.Id.ToString())).Select(n => n.Subject).ToHashSet();
        var plans = checkIns.ToDictionary(c => c.Id.Value, c => c.Plan);
        var noticed = notices.Where(n => plans.ContainsKey(n.Subject)).Select(n => plans[n.Subject]).ToList();
        var kept = checkIns.Where(c => c.State == CheckInState.Sent && arrived.Contains(c.Id.Value)).Select(c => c.Plan).Distinct();
        bool IsFor(byte[] address, MailSink.Arrival mail) => vault.HashOfEmail(_community, mail.To).SequenceEqual(address);
        return new CrashOutcome
        {
            Due = due,
            HandOversOfACut = handOversOfACut,
            Lost = due - kept.Count(),
            DoubledOccurrences = checkIns.Count - checkIns.Select(c => (c.Plan, c.ScheduledDate)).Distinct().Count(),
            UndueOccurrences = checkIns.Count(c => c.ScheduledDate != _date),
            DoubledNotices = noticed.Count - noticed.Distinct().Count(),
            Repeats = Repeats.Of(taken.Values.Select(mails => mails.Select(m => m.At)), cuts),
            StrayMessages = taken.Keys.Except(notices.Select(n => n.Id.ToString())).Count(),
            Misdirected = notices.Sum(n => taken.GetValueOrDefault(n.Id.ToString(), []).Count(mail => !IsFor(addresses[n.Recipient], mail))),
            Took = took,
        };
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<int> MakeDue(MentorshipDb db)
    {
        await db.Notices.ExecuteDeleteAsync();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"AccountMails\"");
        _date = await db.Plans.Where(p => p.Id != _original).Select(p => p.NextDate).Distinct().SingleAsync();
        var since = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1);
        return await db.Plans.ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, p => p.Id == _original ? null : since));
    }

    private IQueryable<CheckIn> Ours(MentorshipDb db) => db.CheckIns.Where(c => c.Plan != _original);

    private Task<T> InDb<T>(Func<MentorshipDb, Task<T>> work) => InDb((db, _) => work(db));

    private Task<T> InDb<T>(Func<MentorshipDb, IVault, Task<T>> work) =>
        _host.Inside(_community, (services, db) => work(db, services.GetRequiredService<IVault>()));
}
