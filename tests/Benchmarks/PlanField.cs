using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>One database full of plans, copies of a real one, of which some are due whenever they are made so; and hosts on it.</summary>
internal sealed class PlanField(TestDatabase database, string folder, int due) : IAsyncDisposable
{
    // Those that are due once are due again every round: a year is further than all rounds take them.
    private const int Far = 366 * 24 * 3600;

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
        await Copies.Make<CheckInPlan>(db, original, count, new()
        {
            ["Id"] = Copies.IdOfN(db, series: 0),
            ["Holds"] = "NULL", // all of them ask the same member
            ["NextDueAt"] = $"CASE WHEN n % {count / due} = 0 THEN {Ticks(-60)} "
                + $"ELSE {Ticks(Far)} + CAST(n AS bigint) * {NodaConstants.TicksPerSecond} END",
        });
        // PostgreSQL's own housekeeping would have done this by now; SQLite has none, so none is done for it.
        return db is PostgreSqlDb ? await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : 0;
    }

    private static long Ticks(long secondsFromNow) =>
        (SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(secondsFromNow)).ToUnixTimeTicks();

    private Task<int> InDb(Func<MentorshipDb, Task<int>> work) => Host.Inside(Community, (_, db) => work(db));
}
