using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// One database full of pairs with two plans each, copies of a real one in three zones, of which some are due whenever they are made so; and
/// hosts on it.
/// </summary>
internal sealed class PlanField(TestDatabase database, string folder, int due) : IAsyncDisposable
{
    // Those that are due once are due again every round: a year is further than all rounds take them.
    private const int Far = 366 * 24 * 3600;

    private const int PlansOfEach = 2; // as the service gives each pair
    private const int Newcomers = 1, Pairings = 2; // series of ids; 0 are the plans'

    private readonly List<ServiceHost> _hosts = [new(ServiceHost.Settings(database.Engine, database.ConnectionString, folder))];

    public TestDatabase Database => database;

    public CommunityId Community { get; private set; }

    public ServiceHost Host => _hosts[0];

    public static async Task<PlanField> Make(Engine engine, int count, int due)
    {
        var field = new PlanField(await TestDatabase.New(engine), Directory.CreateTempSubdirectory("mentorship-dispatch-").FullName, due);
        var scene = await Scene.In(field.Host, pairs: 1);
        field.Community = scene.Community;
        await field.InDb(db => Fill(db, scene.Callers[0].Plan.Value, count, due));
        return field;
    }

    public ServiceHost AnotherHost()
    {
        _hosts.Add(new(ServiceHost.Settings(database.Engine, database.ConnectionString, folder)));
        return _hosts[^1];
    }

    /// <summary>Plans a second of work that takes all that is due; makes them due first, and counts one check-in more for each.</summary>
    public async Task<double> Rate(Func<Task> take)
    {
        await InDb(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Plans" SET "NextDueAt" = {Ticks(-60)} WHERE "NextDueAt" < {Ticks(Far / 2)}"""));
        var before = await InDb(db => db.CheckIns.CountAsync());
        var seconds = await Timed.Seconds(take);
        var made = await InDb(db => db.CheckIns.CountAsync()) - before;
        return made == due ? due / seconds : throw new InvalidOperationException($"{made} of {due} check-ins were made.");
    }

    /// <summary>What PostgreSQL's own housekeeping does within a minute: takes away what moved plans left. SQLite leaves nothing.</summary>
    public Task ClearUp() => InDb(db => db is PostgreSqlDb ? db.Database.ExecuteSqlRawAsync("VACUUM \"Plans\"") : Task.FromResult(0));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> Fill(MentorshipDb db, Guid original, int count, int due)
    {
        await db.Plans.IgnoreQueryFilters().Where(p => p.Id == new PlanId(original))
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, (Instant?)null));
        await FillWithPairs(db, original, count / PlansOfEach);
        await Copies.Make<CheckInPlan>(db, original, count, new()
        {
            ["Id"] = Copies.IdOfN(db, series: 0),
            ["Member"] = Copies.IdOfN(db, Newcomers, $"n / {PlansOfEach}"),
            ["Pairing"] = Copies.IdOfN(db, Pairings, $"n / {PlansOfEach}"),
            ["Holds"] = "NULL", // both ask for the same
            ["Times_ZoneId"] = "CASE n % 3 WHEN 0 THEN 'Europe/Dublin' WHEN 1 THEN 'America/Los_Angeles' ELSE 'Australia/Sydney' END",
            ["NextDueAt"] = $"CASE WHEN n % {count / due} = 0 THEN {Ticks(-60)} "
                + $"ELSE {Ticks(Far)} + CAST(n AS bigint) * {NodaConstants.TicksPerSecond} END",
        });
        // PostgreSQL's own housekeeping would have done this by now; SQLite has none, so none is done for it.
        return db is PostgreSqlDb ? await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : 0;
    }

    private static async Task FillWithPairs(MentorshipDb db, Guid original, int count)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == new PlanId(original));
        await Copies.Make<Member>(db, plan.Member.Value, count, new()
        {
            ["Id"] = Copies.IdOfN(db, Newcomers),
            ["EmailHash"] = "NULL",
            ["AccountId"] = "NULL",
        });
        await Copies.Make<Pairing>(db, plan.Pairing.Value, count, new()
        {
            ["Id"] = Copies.IdOfN(db, Pairings),
            ["Newcomer"] = Copies.IdOfN(db, Newcomers),
        });
    }

    private static long Ticks(long secondsFromNow) =>
        (SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(secondsFromNow)).ToUnixTimeTicks();

    private Task<int> InDb(Func<MentorshipDb, Task<int>> work) => Host.Inside(Community, (_, db) => work(db));
}
