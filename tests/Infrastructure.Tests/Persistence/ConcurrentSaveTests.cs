using System.Globalization;
using Mentorship.Domain.Safety;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class ConcurrentSaveTests
{
    [EveryEngine]
    public async Task Forty_that_write_at_once_wait_for_each_other(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var before = await model.Inside(rows.Community, (MentorshipDb db) => db.Audit.CountAsync());
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (_, _) =>
            await Raise(model, rows));
        Assert.Equal(40, await model.Inside(rows.Community, (MentorshipDb db) => db.Audit.CountAsync()) - before);
    }

    [EveryEngine]
    public async Task The_second_of_two_that_change_one_row_is_refused(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var failure = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            (await db.Members.FirstAsync(m => m.Id == rows.Mentor)).TakePlace();
            await model.Inside(rows.Community, async (MentorshipDb other) =>
            {
                (await other.Members.FirstAsync(m => m.Id == rows.Mentor)).TakePlace();
                return await other.SaveChangesAsync();
            });
            return await db.SaveChangesAsync();
        }));
        Assert.True(LostRace.Is(failure));
        var mentor = await model.Inside(rows.Community, (MentorshipDb db) => db.Members.FirstAsync(m => m.Id == rows.Mentor));
        Assert.Equal((1, 1), (mentor.Mentor!.PlacesHeld, mentor.Version));
    }

    [Fact]
    public async Task Readers_on_sqlite_do_not_wait_for_the_writer_and_writers_wait_for_each_other()
    {
        await using var model = await StoredModel.On(Engine.Sqlite);
        Assert.Equal("wal", await model.Outside(db => Pragma(db, "journal_mode")));
        Assert.Equal(SqliteWaits.Milliseconds.ToString(CultureInfo.InvariantCulture), await model.Outside(db => Pragma(db, "busy_timeout")));
    }

    [EveryEngine]
    public async Task A_transaction_that_reads_and_then_writes_is_not_refused_because_another_wants_to_write(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var other = Task.CompletedTask;
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Members.CountAsync();
            other = Task.Run(() => Raise(model, rows));
            await Task.Yield();
            db.Add(new Concern(rows.Community, ConcernKind.HelpAskedFor, rows.Newcomer, Guid.NewGuid(), [], StoredModel.Now));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
        await other;
        Assert.Equal(2, await model.Inside(rows.Community, (MentorshipDb db) => db.Concerns.CountAsync()));
    }

    [Theory]
    [InlineData(1205, true)] // deadlock
    [InlineData(2627, false)] // a broken key, told by UniqueViolation
    [InlineData(547, false)] // foreign key
    public void Sql_server_tells_a_deadlock_by_its_number(int number, bool lost) => Assert.Equal(lost, LostRace.IsSqlServer(number));

    [Fact]
    public void A_deadlock_on_postgresql_is_a_lost_race_however_the_provider_wraps_it()
    {
        var deadlock = new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);
        Assert.True(LostRace.Is(deadlock));
        Assert.True(LostRace.Is(new InvalidOperationException("likely transient", new DbUpdateException("failed", deadlock))));
        Assert.False(LostRace.Is(new InvalidOperationException("likely transient", new TimeoutException())));
        Assert.False(LostRace.Is(new DbUpdateException("failed", new PostgresException("no", "ERROR", "ERROR", PostgresErrorCodes.ForeignKeyViolation))));
    }

    private static Task<int> Raise(StoredModel model, Rows rows) => model.Inside(rows.Community, (MentorshipDb db) =>
    {
        db.Add(new Concern(rows.Community, ConcernKind.HelpAskedFor, rows.Newcomer, Guid.NewGuid(), [], StoredModel.Now));
        return db.SaveChangesAsync();
    });

    private static async Task<string?> Pragma(MentorshipDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
