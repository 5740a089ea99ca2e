using Mentorship.Api.Jobs;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>The timetable's own dispatch job over 2 in 100 due plans among <c>size</c>, and over as many among ten times as many plans.</summary>
internal static class DispatchBenchmark
{
    public static async Task Run(Order order)
    {
        var size = order.Size ?? 100_000;
        await using var few = await Plans.Make(order.Engine, size, due: size / 50);
        await using var many = await Plans.Make(order.Engine, 10 * size, due: size / 50);
        await Turns.Take(order.Rounds, "seconds",
            new($"{size / 50:#,0} due among {size:#,0} plans", few.Dispatch), new($"{size / 50:#,0} due among {10 * size:#,0}", many.Dispatch));
    }

    /// <summary>One database full of plans.</summary>
    private sealed class Plans(TestDatabase database, string folder, int due) : IAsyncDisposable
    {
        private readonly ServiceHost _host = new(ServiceHost.Settings(database.Engine, database.ConnectionString, folder));
        private CommunityId _community;

        public static async Task<Plans> Make(Engine engine, int count, int due)
        {
            var plans = new Plans(await TestDatabase.New(engine), Directory.CreateTempSubdirectory("mentorship-dispatch-").FullName, due);
            var scene = await Scene.In(plans._host, pairs: 1);
            plans._community = scene.Community;
            await plans.InDb(db => Fill(db, scene.Callers[0].Plan.Value, count, due));
            return plans;
        }

        /// <summary>Seconds of one run that takes all that is due; makes them due again first.</summary>
        public async Task<double> Dispatch()
        {
            await InDb(db => db.Database.ExecuteSqlAsync($"""UPDATE "Plans" SET "NextDueAt" = {Ticks(-60)} WHERE "NextDueAt" < {Ticks(Far / 2)}"""));
            var before = await InDb(db => db.CheckIns.CountAsync());
            var seconds = await Timed.Seconds(() =>
                Timetable.Standard.Get("dispatch-check-ins").Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default));
            var made = await InDb(db => db.CheckIns.CountAsync()) - before;
            return made == due ? seconds : throw new InvalidOperationException($"{made} of {due} check-ins were made.");
        }

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        // Those that are due once are due again every round: a year is further than all rounds take them.
        private const int Far = 366 * 24 * 3600;

        private static async Task<int> Fill(MentorshipDb db, Guid original, int count, int due)
        {
            await db.Plans.IgnoreQueryFilters().Where(p => p.Id == new PlanId(original)).ExecuteUpdateAsync(u => u.SetProperty(p => p.NextDueAt, (Instant?)null));
            await Copies.Make<CheckInPlan>(db, original, count, new()
            {
                ["Id"] = Copies.IdOfN(db, series: 0),
                ["Holds"] = "NULL", // all of them ask the same member
                ["NextDueAt"] = $"CASE WHEN n % {count / due} = 0 THEN {Ticks(-60)} ELSE {Ticks(Far)} + CAST(n AS bigint) * {NodaConstants.TicksPerSecond} END",
            });
            // PostgreSQL's own housekeeping would have done this by now; SQLite has none, so none is done for it.
            return db is PostgreSqlDb ? await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE") : 0;
        }

        private static long Ticks(long secondsFromNow) =>
            (SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(secondsFromNow)).ToUnixTimeTicks();

        private Task<int> InDb(Func<MentorshipDb, Task<int>> work) => _host.Inside(_community, (_, db) => work(db));
    }
}
