using System.Net;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Allotments;

public class BackgroundTests
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    [Fact]
    public async Task A_large_community_is_accepted_at_once_worked_on_later_and_read_at_the_same_address()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        await Crowd(host, community, 1001);
        var door = new AllotmentDoor(community);
        var accepted = await door.Allot();
        Assert.Equal((HttpStatusCode.Accepted, "waiting"), (accepted.Status, accepted.Body.GetProperty("state").GetString()));
        Assert.Equal([community.Id], await Due(host));

        Assert.Equal(1, await host.Send(new WorkOnAllotments(Actor.System(community.Id))));
        var ready = await door.Read(accepted.Id);
        Assert.Equal(("ready", 100, 1001), (ready.Body.GetProperty("state").GetString(), ready.Body.GetProperty("percent").GetInt32(), ready.Lines.Count));
        Assert.Empty(await Due(host));
    }

    [EveryEngine]
    public async Task One_worker_has_it_and_when_that_one_is_killed_the_next_takes_it_up_after_the_lease(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, draft) = await Waiting(host.Api);
        var now = host.Api.Clock.Now;
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeUp(host.Api, community.Id, now)));
        Assert.Single(taken, it => it is not null);
        Assert.Null(await TakeUp(host.Api, community.Id, now + Lease));
        Assert.Equal(draft, (await TakeUp(host.Api, community.Id, now + Lease + Duration.FromSeconds(1)))!.Id);
    }

    [Fact]
    public async Task What_was_cancelled_is_not_recorded_and_its_worker_is_told()
    {
        using var host = new ApiHost();
        var (community, draft) = await Waiting(host);
        var door = new AllotmentDoor(community);
        await host.Inside(community.Id, async services =>
        {
            var work = services.GetRequiredService<AllotmentWork>();
            var taken = (await work.TakeUp(host.Clock.Now, Lease, default))!;
            Assert.True(await work.Tell(taken, new(40, AllotmentStep.Judging), host.Clock.Now + Lease, default));
            var working = (await door.Read(draft.Value)).Body;
            Assert.Equal((40, "judging"), (working.GetProperty("percent").GetInt32(), working.GetProperty("step").GetString()));

            Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Post, $"/{draft}/cancel")).Status);
            Assert.False(await work.Tell(taken, new(50, AllotmentStep.Judging), host.Clock.Now + Lease, default));
            taken.Fail("a", "b");
            Assert.False(await work.Record());
            return true;
        });
        Assert.Equal("cancelled", (await door.Read(draft.Value)).Body.GetProperty("state").GetString());
        Assert.Equal(0, await host.Send(new WorkOnAllotments(Actor.System(community.Id))));
    }

    [Fact]
    public async Task A_pin_that_cannot_be_kept_ends_it_with_its_code()
    {
        using var host = new ApiHost();
        var (community, draft) = await Waiting(host, new(Pinned: [new(RequestId.New(), MemberId.New())]));
        await host.Send(new WorkOnAllotments(Actor.System(community.Id)));
        var failed = (await new AllotmentDoor(community).Read(draft.Value)).Body;
        Assert.Equal(("failed", "request-not-open"), (failed.GetProperty("state").GetString(), failed.GetProperty("failureCode").GetString()));
    }

    [Fact]
    public async Task When_three_workers_have_not_come_back_from_it_it_has_failed_and_says_what_to_do()
    {
        using var host = new ApiHost();
        var (community, draft) = await Waiting(host);
        for (var worker = 0; worker < AllotmentDraft.MostAttempts; worker++)
        {
            Assert.NotNull(await TakeUp(host, community.Id, host.Clock.Now));
            host.Clock.Advance(Lease + Duration.FromSeconds(1));
        }
        Assert.Equal(0, await host.Send(new WorkOnAllotments(Actor.System(community.Id))));
        var failed = (await new AllotmentDoor(community).Read(draft.Value)).Body;
        Assert.Equal(("failed", "allotment-given-up"), (failed.GetProperty("state").GetString(), failed.GetProperty("failureCode").GetString()));
        Assert.EndsWith("ask for it again.", failed.GetProperty("failure").GetString());
        Assert.Empty(await Due(host));
    }

    private static Task<AllotmentDraft?> TakeUp(ApiHost host, CommunityId community, Instant now) =>
        host.Inside(community, services => services.GetRequiredService<AllotmentWork>().TakeUp(now, Lease, default));

    private static async Task<IReadOnlyList<CommunityId>> Due(ApiHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DueWork>().Communities(Work.Allotments, host.Clock.Now, default);
    }

    internal static async Task<(SampleCommunity Community, AllotmentId Draft)> Waiting(ApiHost host, AllotmentOrder? order = null)
    {
        var community = await SampleCommunity.In(host);
        await community.Mentor();
        await community.Request(await community.Newcomer());
        return (community, await host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var draft = new AllotmentDraft(community.Id, order ?? new(), host.Clock.Now);
            db.Add(draft);
            await db.SaveChangesAsync();
            return draft.Id;
        }));
    }

    /// <summary>So many newcomers who ask, and as many mentors who suit none of them.</summary>
    private static Task<int> Crowd(ApiHost host, SampleCommunity community, int each) => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var now = host.Clock.Now;
        for (var i = 0; i < each; i++)
        {
            var newcomer = new Member(community.Id, "N.", Roles.Newcomer, new Profile { Languages = ["en"], Pathways = ["aa"] }, now);
            var mentor = new Member(community.Id, "M.", Roles.None, new Profile { Languages = ["pl"], Pathways = ["aa"] }, now);
            mentor.OfferToMentor(new MentorOffer { Kinds = Kinds.Sponsor }, now);
            db.AddRange(newcomer, mentor, new MentorRequest(community.Id, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, now));
        }
        return await db.SaveChangesAsync();
    });
}
