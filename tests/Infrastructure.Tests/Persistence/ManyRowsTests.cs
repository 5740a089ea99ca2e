using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class ManyRowsTests
{
    private const int Count = ManyRowsDatabase.Many + 15;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.PostgreSql)]
    [InlineData(Engine.SqlServer)]
    public void What_is_sent_and_imported_by_the_hundred_can_be_written_so(Engine engine)
    {
        using var db = Contexts.Of(engine);
        Type[] kinds = [typeof(CheckIn), typeof(Notice), typeof(AuditEntry), typeof(Member), typeof(MemberKey), typeof(CheckInPlan), typeof(Pairing)];
        Assert.All(kinds, kind => Assert.True(NewRows.CanTake(db.Model.FindEntityType(kind)!), kind.Name));
    }

    [EveryEngine]
    public async Task Many_new_rows_are_stored_as_a_few_of_them_are(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        object[] people = [.. People(rows.Community)], occurrences = [.. Occurrences(rows)];
        foreach (var row in people.Concat(occurrences).Cast<Entity>()) row.ClearEvents(); // else the first save alone tells of them
        var together = await Stored(model, rows, [people, occurrences]);
        var few = await Stored(model, rows, people.Concat(occurrences).Chunk(ManyRowsDatabase.Many - 1));
        Assert.Equal(5 * Count, together.Count - (await Stored(model, rows, [])).Count);
        Assert.All(few.Zip(together), pair => Assert.Equal(pair.First, pair.Second));
    }

    [EveryEngine]
    public async Task What_points_to_what_is_new_comes_after_it(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var saved = await model.Inside(rows.Community, (MentorshipDb db) =>
        {
            var people = People(rows.Community).ToList();
            var newcomers = people.OfType<Member>().ToList();
            var request = new MentorRequest(rows.Community, newcomers[0].Id, "aa", RelationshipKind.Sponsor, Wishes.None, StoredModel.Now);
            var pairing = new Pairing(request, rows.Mentor, 0, "{}", StoredModel.Now); // one: EF writes it
            var plans = newcomers.Select(m => PlanOf(m.Id, pairing.Id, rows.Community)).ToList();
            db.AddRange(plans.SelectMany(p => p.TakeDue(StoredModel.Now)));
            db.AddRange(plans);
            db.AddRange([pairing, request, .. people.AsEnumerable().Reverse()]);
            return db.SaveChangesAsync();
        });
        Assert.InRange(saved, 4 * Count, int.MaxValue);
        Assert.Equal(Count + 1, await model.Inside(rows.Community, (MentorshipDb db) => db.Plans.CountAsync()));
    }

    [EveryEngine]
    public async Task What_makes_room_for_many_comes_before_them(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        await model.Inside(rows.Community, (MentorshipDb db) =>
        {
            var people = People(rows.Community).ToList();
            db.AddRange([.. people, .. people.OfType<Member>().Select(m => PlanOf(m.Id, rows.Pairing, rows.Community))]);
            return db.SaveChangesAsync();
        });
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            foreach (var plan in await db.Plans.ToListAsync()) db.Add(plan.BeginAnew(StoredModel.Now)); // one of each member and layer runs
            return await db.SaveChangesAsync();
        });
        Assert.Equal(Count + 1, await model.Inside(rows.Community, (MentorshipDb db) => db.Plans.CountAsync(p => p.EndedAt == null)));
    }

    [EveryEngine]
    public async Task One_key_that_is_taken_is_told_as_such_and_nothing_of_the_save_is_left(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        await model.Inside(rows.Community, Taken(rows));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => model.Inside(rows.Community, (MentorshipDb db) =>
        {
            db.AddRange([.. People(rows.Community), new MemberKey(rows.Community, rows.Mentor, [2])]);
            return db.SaveChangesAsync();
        }));
        Assert.True(UniqueViolation.Is(failure) && LostRace.Is(failure));
        Assert.Equal(2, await model.Inside(rows.Community, (MentorshipDb db) => db.Members.CountAsync()));
    }

    [EveryEngine]
    public async Task A_transaction_goes_on_after_a_save_of_many_that_failed(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        await model.Inside(rows.Community, Taken(rows));
        await model.Inside(rows.Community, async (MentorshipDb db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.AddRange([.. People(rows.Community), new MemberKey(rows.Community, rows.Mentor, [2])]);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.Add(new Concern(rows.Community, ConcernKind.HelpAskedFor, rows.Newcomer, Guid.NewGuid(), [], StoredModel.Now));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
        Assert.Equal((2, 1), await model.Inside(rows.Community, async (MentorshipDb db) => (await db.Members.CountAsync(), await db.Concerns.CountAsync())));
    }

    /// <summary>All that the tables hold after these saves, as the engine gives it; then they are undone.</summary>
    private static Task<List<string>> Stored(StoredModel model, Rows rows, IEnumerable<object[]> saves) => model.Inside(rows.Community, async (MentorshipDb db) =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var save in saves)
        {
            db.AddRange(save);
            Assert.Equal(save.Length, await db.SaveChangesAsync());
        }
        var stored = new List<string>();
        foreach (var table in (string[])["Members", "MemberKeys", "Plans", "Notices", "Audit"]) await Read(db, table, stored);
        stored.Sort(StringComparer.Ordinal);
        return stored;
    });

    private static async Task Read(MentorshipDb db, string table, List<string> into)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT * FROM \"{table}\"", db.Database.CurrentTransaction!.GetDbTransaction());
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            into.Add($"{table}: " + string.Join('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : $"{v.GetType().Name} {v}")));
        }
    }

    /// <summary>Some offer to mentor and some do not: half of their columns are null. Each has a key.</summary>
    private static IEnumerable<object> People(CommunityId community)
    {
        for (var number = 0; number < Count; number++)
        {
            var profile = new Profile { ZoneId = "Europe/Dublin", Languages = ["en", "ga"], Gender = number % 3 == 0 ? $"'{number}" : null };
            var member = new Member(community, $"Åsa {number}.", Roles.Newcomer, profile, StoredModel.Now + Duration.FromMinutes(number));
            if (number % 2 == 0) member.OfferToMentor(new MentorOffer { Kinds = Kinds.Sponsor }, StoredModel.Now);
            yield return member;
            yield return new MemberKey(community, member.Id, [1, (byte)number]);
        }
    }

    private static IEnumerable<object> Occurrences(Rows rows)
    {
        for (var number = 2; number < Count + 2; number++)
        {
            yield return PlanOf(rows.Newcomer, rows.Pairing, rows.Community, number);
            var telling = new Telling(rows.Newcomer, number % 2 == 0 ? NoticeKind.CheckInDue : NoticeKind.HelloWishedFor);
            yield return new Notice(rows.Community, Guid.NewGuid(), telling, StoredModel.Now);
            yield return new AuditEntry(rows.Community, number % 2 == 0 ? rows.Mentor : null, new("seen", Guid.NewGuid(), []), StoredModel.Now);
        }
    }

    private static CheckInPlan PlanOf(MemberId member, PairingId pairing, CommunityId community, int daysAgo = 1)
    {
        var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(12, 0), "Europe/Dublin");
        var plan = new CheckInPlan(community, pairing, member, Layer.Daily, times, StoredModel.Now - Duration.FromDays(daysAgo));
        if (daysAgo > 1) plan.End(StoredModel.Now);
        return plan;
    }

    private static Func<MentorshipDb, Task<int>> Taken(Rows rows) => db =>
    {
        db.Add(new MemberKey(rows.Community, rows.Mentor, [1]));
        return db.SaveChangesAsync();
    };
}
