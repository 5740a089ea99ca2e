using System.Net;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using NodaTime;

namespace Mentorship.Api.Tests.Matching;

public sealed class ProposalsTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_proposal_waits_for_review_with_its_grounds_and_can_be_approved()
    {
        var community = await SampleCommunity.In(_host);
        var (mentor, request, door) = (await community.Mentor(), await community.Request(await community.Newcomer()), new MatchingDoor(community));
        var proposed = await door.Propose(request, mentor.Id);
        Assert.Equal(HttpStatusCode.Created, proposed.Status);
        var pairing = Assert.Single(await door.ForReview());
        Assert.Equal(proposed.Id, pairing.GetProperty("id").GetGuid());
        Assert.Equal(1000, pairing.GetProperty("grounds").GetProperty("fit").GetInt32());
        Assert.Equal((HttpStatusCode.Conflict, "already-proposed"), Refused(await door.Propose(request, mentor.Id)));

        Assert.Null(await door.Approve(proposed.Id));
        Assert.Equal((HttpStatusCode.Conflict, "request-not-open"), Refused(await door.Propose(request, mentor.Id)));
    }

    [Fact]
    public async Task Who_is_excluded_is_refused_with_the_rules_code_and_who_is_not_there_is_not_found()
    {
        var community = await SampleCommunity.In(_host);
        var (request, door) = (await community.Request(await community.Newcomer()), new MatchingDoor(community));
        var elsewhere = await community.Mentor(new MentorOffer { Kinds = Kinds.TemporaryContact });
        Assert.Equal((HttpStatusCode.Conflict, "kind-not-offered"), Refused(await door.Propose(request, elsewhere.Id)));
        Assert.Equal((HttpStatusCode.Conflict, "not-a-mentor"), Refused(await door.Propose(request, community.Coordinator.Id)));
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), Refused(await door.Propose(request, MemberId.New())));
        Assert.Equal((HttpStatusCode.NotFound, "not-found"), Refused(await door.Propose(RequestId.New(), elsewhere.Id)));
        Assert.Empty(await door.ForReview());
    }

    [Fact]
    public async Task What_literature_suggests_may_be_proposed_and_is_approved_only_with_a_reason()
    {
        var community = await SampleCommunity.In(_host);
        var newcomer = await community.Newcomer();
        var recent = await community.Mentor(profile: await ProfileOf(community, newcomer) with { RecoverySince = new LocalDate(2026, 3, 1) });
        var (request, door) = (await community.Request(newcomer), new MatchingDoor(community));
        var candidate = (await door.Candidates(request)).GetProperty("candidates")[0];
        Assert.Equal("literature", candidate.GetProperty("overridable")[0].GetProperty("firmness").GetString());

        var proposed = await door.Propose(request, recent.Id);
        Assert.Equal("override-reason-needed", await door.Approve(proposed.Id, " "));
        Assert.Null(await door.Approve(proposed.Id, "They know each other well."));
    }

    [Fact]
    public async Task A_mentor_who_paused_between_proposal_and_review_is_not_approved()
    {
        var community = await SampleCommunity.In(_host);
        var (mentor, request, door) = (await community.Mentor(), await community.Request(await community.Newcomer()), new MatchingDoor(community));
        var proposed = await door.Propose(request, mentor.Id);
        await Change(community, mentor, member => member.PauseMentoring(_host.Clock.Now));
        Assert.Equal("mentor-paused", await door.Approve(proposed.Id, "a reason does not help"));
    }

    [EveryEngine]
    public async Task One_pair_proposed_twice_at_the_same_moment_is_proposed_once(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var community = await SampleCommunity.In(host);
        var (mentor, request, door) = (await community.Mentor(), await community.Request(await community.Newcomer()), new MatchingDoor(community));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => door.Propose(request, mentor.Id)));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("already-proposed", answer.Code));
        Assert.Single(await door.ForReview());
    }

    [Fact]
    public async Task After_an_offer_lapsed_the_next_best_is_proposed_and_when_nobody_is_left_nothing_happens()
    {
        var community = await SampleCommunity.In(_host);
        var newcomer = await community.Newcomer();
        var (first, request, door) = (await community.Mentor(), await community.Request(newcomer), new MatchingDoor(community));
        await community.ApprovedOffer(request, first);
        _host.Clock.Advance(Duration.FromHours(73));
        await _host.Send(new LapseOffers(Actor.System(community.Id), 500));
        Assert.Equal(0, await ProposeNext(community)); // the first was offered already

        var second = await community.Mentor();
        Assert.Equal(1, await ProposeNext(community));
        Assert.Equal(0, await ProposeNext(community));
        var proposed = Assert.Single(await door.ForReview());
        Assert.Equal(second.Id.Value, proposed.GetProperty("mentorId").GetGuid());
        Assert.Equal("already-offered", (await door.Propose(request, first.Id)).Code);
    }

    public void Dispose() => _host.Dispose();

    private static (HttpStatusCode, string?) Refused((HttpStatusCode Status, string? Code, Guid) answer) => (answer.Status, answer.Code);

    private Task<int> ProposeNext(SampleCommunity community) => _host.Send(new ProposeNext(Actor.System(community.Id), 500));

    private Task<Profile> ProfileOf(SampleCommunity community, Person person) => _host.Inside(community.Id, async services =>
        (await Members(services).Get(person.Id, default)).Profile);

    private Task<int> Change(SampleCommunity community, Person person, Action<Member> change) => _host.Inside(community.Id, async services =>
    {
        change(await Members(services).Get(person.Id, default));
        return await ((Infrastructure.Persistence.MentorshipDb)services.GetService(typeof(Infrastructure.Persistence.MentorshipDb))!).SaveChangesAsync();
    });

    private static IStore<Member, MemberId> Members(IServiceProvider services) => (IStore<Member, MemberId>)services.GetService(typeof(IStore<Member, MemberId>))!;
}
