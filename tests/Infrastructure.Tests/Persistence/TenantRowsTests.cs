using System.Reflection;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>Two communities in one database: whatever is tried, nothing passes from one to the other.</summary>
public class TenantRowsTests
{
    [EveryEngine]
    public async Task A_query_finds_rows_of_its_own_community_alone(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        var members = await model.Inside(here.Community, (MentorshipDb db) => db.Members.Select(m => m.Id).ToListAsync());
        Assert.Equal([here.Mentor, here.Newcomer], members.OrderBy(id => id == here.Newcomer));
        Assert.Equal(0, await model.Inside(here.Community, (MentorshipDb db) => db.CheckIns.CountAsync(c => c.Id == there.CheckIn)));
        Assert.Equal(1, await model.Inside(there.Community, (MentorshipDb db) => db.CheckIns.CountAsync(c => c.Id == there.CheckIn)));
    }

    [EveryEngine]
    public async Task Every_kind_of_row_is_there_for_its_own_community_and_for_no_other(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, elsewhere) = (await OneOfEach.In(model, "Here"), await model.Community("Elsewhere"));
        var wrong = new List<string>();
        foreach (var kind in await model.Outside(db => Task.FromResult(OneOfEach.KindsIn(db))))
        {
            if (await model.Inside(here, CountOf(kind)) == 0) wrong.Add($"There is no {kind.Name}: add one to OneOfEach.");
            if (await model.Inside(elsewhere, CountOf(kind)) > 0) wrong.Add($"A {kind.Name} is seen from another community.");
            if (await model.Outside(CountOf(kind)) > 0) wrong.Add($"A {kind.Name} is seen where no community was entered: filters must fail closed.");
        }
        Assert.Empty(wrong);
    }

    [EveryEngine]
    public async Task A_row_of_another_community_is_not_found_by_its_id(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        await Assert.ThrowsAsync<NotFound>(() => model.Inside(here.Community, services => Store(services).Get(there.Mentor, default)));
        Assert.Equal(there.Mentor, (await model.Inside(there.Community, services => Store(services).Get(there.Mentor, default))).Id);
        Assert.Null(await model.Inside(here.Community, async (MentorshipDb db) => await db.Members.FindAsync(there.Community, there.Mentor)));
        Assert.Null(await model.Outside(async db => await db.Members.FindAsync(there.Community, there.Mentor)));
    }

    [EveryEngine]
    public async Task A_row_that_was_read_in_one_community_cannot_be_saved_in_another(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => model.Inside(there.Community, async services =>
        {
            var member = await Store(services).Get(there.Mentor, default);
            services.GetRequiredService<CommunityScope>().Enter(Actor.System(here.Community));
            member.StopEmail();
            return await services.GetRequiredService<MentorshipDb>().SaveChangesAsync();
        }));
        Assert.True((await model.Inside(there.Community, services => Store(services).Get(there.Mentor, default))).EmailNotices);
    }

    [EveryEngine]
    public async Task A_row_cannot_be_added_or_removed_across_the_border(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        var stray = new Member(there.Community, "Stray C.", Roles.Newcomer, new Profile(), StoredModel.Now);
        var theirs = await model.Inside(there.Community, (MentorshipDb db) => db.Audit.FirstAsync());
        await Refused(db => db.Add(stray));
        await Refused(db => db.Remove(theirs));
        await Refused(db => db.Update(theirs));
        Assert.Equal(2, await model.Inside(there.Community, (MentorshipDb db) => db.Members.CountAsync()));

        Task Refused(Action<MentorshipDb> change) => Assert.ThrowsAsync<InvalidOperationException>(() => model.Inside(here.Community, (MentorshipDb db) =>
        {
            change(db);
            return db.SaveChangesAsync();
        }));
    }

    [EveryEngine]
    public async Task Rows_cannot_be_changed_or_removed_in_bulk_across_the_border(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        Assert.Equal(0, await model.Inside(here.Community, (MentorshipDb db) => db.Notices.Where(n => n.Recipient == there.Newcomer).ExecuteDeleteAsync()));
        Assert.Equal(0, await model.Outside(db => db.Notices.ExecuteUpdateAsync(n => n.SetProperty(x => x.Attempts, 9))));
        Assert.Equal(2, await model.Inside(there.Community, (MentorshipDb db) => db.Notices.CountAsync(n => n.Attempts == 0)));
    }

    [EveryEngine]
    public async Task A_row_cannot_point_across_the_border(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        var block = new Block(here.Community, here.Newcomer, there.Mentor, BlockReason.Block, StoredModel.Now);
        await Assert.ThrowsAsync<DbUpdateException>(() => model.Inside(here.Community, (MentorshipDb db) =>
        {
            db.Add(block);
            return db.SaveChangesAsync();
        }));
    }

    [EveryEngine]
    public async Task Another_communitys_policy_cannot_be_changed(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await model.Community("Here"), await model.Community("There"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => model.Inside(here, async (MentorshipDb db) =>
        {
            var theirs = (await db.Communities.FindAsync(there))!;
            theirs.Change(theirs.Policy with { AnswerWindowHours = 1 });
            return await db.SaveChangesAsync();
        }));
    }

    [EveryEngine]
    public async Task Jobs_look_across_communities_for_the_ids_of_those_with_work_and_for_nothing_else(Engine engine)
    {
        await using var model = await StoredModel.On(engine);
        var (here, there) = (await Rows.In(model, "Here"), await Rows.In(model, "There"));
        await model.Community("Idle");
        var later = StoredModel.Now + Duration.FromDays(2);
        foreach (var work in (Work[])[Work.CheckIns, Work.Grace, Work.Notices])
            Assert.Equal([here.Community, there.Community], (await Due(model, work, later)).OrderBy(id => id == there.Community));
        Assert.Empty(await Due(model, Work.Offers, later));
        Assert.All(typeof(DueWork).GetMethods().Where(m => m.DeclaringType == typeof(DueWork)),
            method => Assert.Equal(typeof(Task<List<CommunityId>>), method.ReturnType));
    }

    private static Task<List<CommunityId>> Due(StoredModel model, Work work, Instant now) =>
        model.Outside(db => new DueWork(db).Communities(work, now, default));

    private static IStore<Member, MemberId> Store(IServiceProvider services) => services.GetRequiredService<IStore<Member, MemberId>>();

    private static Func<MentorshipDb, Task<int>> CountOf(Type kind) =>
        typeof(TenantRowsTests).GetMethod(nameof(Count), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(kind).CreateDelegate<Func<MentorshipDb, Task<int>>>();

    private static Task<int> Count<T>(MentorshipDb db) where T : Entity => db.Set<T>().CountAsync();
}
