using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class UniqueViolationTests
{
    [EveryEngine]
    public async Task A_second_row_under_a_unique_index_is_one(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var again = new MentorRequest(rows.Community, rows.Newcomer, "aa", RelationshipKind.Sponsor, Wishes.None, StoredModel.Now);
        Assert.True(UniqueViolation.Is(await Failure(model, rows.Community, db => db.Add(again))));
    }

    [EveryEngine]
    public async Task A_second_row_under_a_primary_key_is_one(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var key = new MemberKey(rows.Community, rows.Newcomer, [1]);
        await model.Inside(rows.Community, (MentorshipDb db) =>
        {
            db.Add(key);
            return db.SaveChangesAsync();
        });
        Assert.True(UniqueViolation.Is(await Failure(model, rows.Community, db => db.Add(new MemberKey(rows.Community, rows.Newcomer, [2])))));
    }

    [EveryEngine]
    public async Task A_pointer_to_nothing_is_none(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        Assert.False(UniqueViolation.Is(await Failure(model, rows.Community, db => db.Add(new MemberKey(rows.Community, MemberId.New(), [1])))));
    }

    [EveryEngine]
    public async Task A_missing_value_is_none(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var rows = await Rows.In(model, "Here");
        var nameless = new Member(rows.Community, null!, Roles.Newcomer, new Profile(), StoredModel.Now);
        Assert.False(UniqueViolation.Is(await Failure(model, rows.Community, db => db.Add(nameless))));
    }

    [Theory]
    [InlineData(2601, true)] // unique index
    [InlineData(2627, true)] // unique or primary key constraint
    [InlineData(547, false)] // foreign key
    [InlineData(515, false)] // not null
    [InlineData(1205, false)] // deadlock
    public void Sql_server_tells_it_by_two_numbers(int number, bool violation) => Assert.Equal(violation, UniqueViolation.IsSqlServer(number));

    private static Task<DbUpdateException> Failure(StoredModel model, CommunityId community, Action<MentorshipDb> change) =>
        Assert.ThrowsAnyAsync<DbUpdateException>(() => model.Inside(community, (MentorshipDb db) =>
        {
            change(db);
            return db.SaveChangesAsync();
        }));
}
