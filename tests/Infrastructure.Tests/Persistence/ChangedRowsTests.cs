using System.Text.RegularExpressions;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class ChangedRowsTests
{
    private const int Count = ManyRowsDatabase.Many + 15;
    private static readonly Instant Tomorrow = StoredModel.Now + Duration.FromDays(1);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.PostgreSql)]
    [InlineData(Engine.SqlServer)]
    public void A_row_is_found_by_its_key_and_version(Engine engine)
    {
        using var db = Contexts.Of(engine);
        var row = Changed(db, nameof(CheckInPlan.NextDueAt), nameof(CheckInPlan.LastDate));
        Assert.True(ChangedRows.CanTake(row.EntityType) && ChangedRows.IsFree(row));
        var sql = new ChangedRows([row], db.GetService<ISqlGenerationHelper>(), 1).Update();
        Assert.Equal("UPDATE [Plans] SET [LastDate] = @p0, [NextDueAt] = @p1 WHERE [CommunityId] = @p2 AND [Id] = @p3 AND [Version] = @p4",
            engine == Engine.SqlServer ? sql : Regex.Replace(sql, "\"(\\w+)\"", "[$1]"));
    }

    [Fact]
    public void What_a_unique_key_holds_is_left_to_EF()
    {
        using var db = Contexts.Of(Engine.Sqlite);
        Assert.False(ChangedRows.IsFree(Changed(db, nameof(CheckInPlan.NextDueAt), nameof(CheckInPlan.Holds))));
    }

    [EveryEngine]
    public async Task Many_changed_rows_are_stored_as_a_few_of_them_are(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Plans(model);
        var together = await model.Inside(rows.Community, db => Changed(db, Count));
        var few = await model.Inside(rows.Community, db => Changed(db, ManyRowsDatabase.Many - 1));
        Assert.Equal(Count, together.Distinct().Count());
        Assert.All(together, plan => Assert.EndsWith(" v1", plan));
        Assert.Equal(few, together);
    }

    [EveryEngine]
    public async Task Those_that_somebody_else_changed_or_deleted_are_told_and_no_others_and_nothing_of_the_save_is_left(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Plans(model);
        var random = new Random(7);
        foreach (var share in (double[])[0, 0.02, 0.5, 1])
            for (var round = 0; round < 3; round++)
                await model.Inside(rows.Community, async (MentorshipDb db) =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    var plans = await db.Plans.ToListAsync();
                    var lost = plans.Where(_ => random.NextDouble() < share).Select(p => p.Id).ToHashSet();
                    foreach (var (at, id) in lost.Index()) await Hurt(db, id, delete: at % 3 == 0);
                    foreach (var plan in plans) plan.TakeDue(Tomorrow);
                    var told = await Record.ExceptionAsync(() => db.SaveChangesAsync()) as DbUpdateConcurrencyException;
                    Assert.Equal(lost, (told?.Entries ?? []).Select(e => ((CheckInPlan)e.Entity).Id).ToHashSet());
                    Assert.Equal(lost.Count == 0 ? Count : 0, await db.Plans.CountAsync(p => p.LastDate != null));
                    return 0;
                });
    }

    [EveryEngine]
    public async Task What_is_recorded_leaves_alone_what_somebody_else_changed_and_keeps_the_others(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Plans(model);
        var whole = await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            var plans = await db.Plans.ToListAsync();
            foreach (var plan in plans.Take(2))
                await model.Inside(rows.Community, (MentorshipDb other) => Hurt(other, plan.Id, delete: false));
            foreach (var plan in plans) plan.TakeDue(Tomorrow);
            return await db.Record();
        });
        Assert.False(whole);
        Assert.Equal((Count - 2, 2), await model.Inside(rows.Community, async (MentorshipDb db) =>
            (await db.Plans.CountAsync(p => p.LastDate != null), await db.Plans.CountAsync(p => p.LastDate == null && p.Version == 1))));
    }

    [EveryEngine]
    public async Task Rows_that_changed_in_different_columns_are_each_written_as_they_changed(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Plans(model, 3 * Count);
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            foreach (var (at, plan) in (await db.Plans.OrderBy(p => p.Id).ToListAsync()).Index())
            {
                if (at < 2 * Count) plan.TakeDue(Tomorrow);
                if (at >= Count) plan.Pause(StoredModel.Now);
                if (at is 0 or 3 * Count - 1) plan.Change(at == 0 ? Layer.Weekly : Layer.Daily, plan.Times with { ZoneId = "Asia/Tokyo" },
                    StoredModel.Now);
            }
            return await db.SaveChangesAsync();
        });
        var stored = await model.Inside(rows.Community, (MentorshipDb db) => db.Plans.OrderBy(p => p.Id).ToListAsync());
        foreach (var (at, plan) in stored.Index())
        {
            Assert.Equal((at < 2 * Count, at >= Count, 1), (plan.LastDate is not null, plan.PausedAt is not null, plan.Version));
            Assert.Equal(at is 0 or 3 * Count - 1, plan.Times.ZoneId == "Asia/Tokyo");
        }
    }

    /// <summary>Saves what TakeDue makes of the plans, so many at once, answers what is stored then, and undoes it.</summary>
    private static async Task<List<string>> Changed(MentorshipDb db, int atOnce)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var some in (await db.Plans.ToListAsync()).Chunk(atOnce))
        {
            foreach (var plan in some) plan.TakeDue(Tomorrow);
            await db.SaveChangesAsync();
        }
        db.ChangeTracker.Clear();
        var stored = await db.Plans.OrderBy(p => p.Id).ToListAsync();
        return [.. stored.Select(p => $"{p.Id} {p.Layer} {p.Times} {p.NextDate} {p.NextDueAt} {p.LastDate} v{p.Version}")];
    }

    /// <summary>A plan of which these changed, as EF gives it to be saved.</summary>
    private static IUpdateEntry Changed(MentorshipDb db, params string[] properties)
    {
        var entry = db.Attach(Plan(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid())));
        foreach (var property in properties) entry.Property(property).IsModified = true;
        return db.GetService<IUpdateAdapterFactory>().Create().GetEntriesToSave().Single();
    }

    private static Task<int> Hurt(MentorshipDb db, PlanId id, bool delete) => delete
        ? db.Plans.Where(p => p.Id == id).ExecuteDeleteAsync()
        : db.Plans.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, p => p.Version + 1));

    private static async Task<Rows> Plans(StoredModel model, int count = Count)
    {
        var rows = await Rows.In(model, "Here");
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            await db.CheckIns.ExecuteDeleteAsync();
            await db.Plans.ExecuteDeleteAsync();
            for (var number = 0; number < count; number++)
            {
                var plan = Plan(rows.Community, rows.Pairing, rows.Newcomer, number);
                db.Add(plan).Property(p => p.Holds).CurrentValue = null; // one member has them all
            }
            return await db.SaveChangesAsync();
        });
        return rows;
    }

    private static CheckInPlan Plan(CommunityId community, PairingId pairing, MemberId member, int number = 0)
    {
        var zone = number % 2 == 0 ? "Europe/Dublin" : "Asia/Kolkata";
        var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(8 + number % 4, number % 60), zone);
        return new CheckInPlan(community, pairing, member, Layer.Daily, times, StoredModel.Now);
    }
}
