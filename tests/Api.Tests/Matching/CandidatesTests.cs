using System.Net;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Matching;

public sealed class CandidatesTests : IDisposable
{
    private static readonly MentorOffer Sponsor = new() { Kinds = Kinds.Sponsor, HasOwnMentor = false, ProgrammeWorked = true };

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_coordinator_sees_who_may_be_proposed_and_why_and_why_the_others_may_not()
    {
        var community = await SampleCommunity.In(_host);
        var (fitting, full) = (await community.Mentor(Sponsor), await community.Mentor(Sponsor with { Capacity = 0 }));
        var view = await new MatchingDoor(community).Candidates(await community.Request(await community.Newcomer()));

        var candidate = view.GetProperty("candidates")[0];
        Assert.Equal(fitting.Id.Value, candidate.GetProperty("mentorId").GetGuid());
        Assert.Equal("MarkerMentor 2.", candidate.GetProperty("displayName").GetString());
        Assert.Equal(1000, candidate.GetProperty("fit").GetInt32());
        Assert.Equal("They share at least 6 h in every week of the coming year.", candidate.GetProperty("parts")[0].GetProperty("sentence").GetString());
        Assert.Equal("norm-own-mentor", candidate.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal(0, candidate.GetProperty("overridable").GetArrayLength());
        Assert.Equal(1, view.GetProperty("proposable").GetInt32());
        Assert.Equal("mentor-full", view.GetProperty("excludedByRule")[0].GetProperty("code").GetString());
        Assert.Equal(full.Id.Value, view.GetProperty("excluded")[0].GetProperty("mentorId").GetGuid());
    }

    [Fact]
    public async Task A_mentor_who_let_an_offer_lapse_fits_a_little_less_and_one_whose_newcomer_did_does_not()
    {
        var community = await SampleCommunity.In(_host);
        var (silent, answering) = (await community.Mentor(Sponsor), await community.Mentor(Sponsor));
        await community.ApprovedOffer(await community.Request(await community.Newcomer()), silent);
        var answered = await community.ApprovedOffer(await community.Request(await community.Newcomer()), answering);
        await answering.Post($"{community.Path}/pairings/{answered}/acceptance", new { shareEmail = true, sharePhone = false }, "*").Is(HttpStatusCode.NoContent);
        _host.Clock.Advance(Duration.FromHours(150));
        await _host.Send(new LapseOffers(Actor.System(community.Id), 10));

        var view = await new MatchingDoor(community).Candidates(await community.Request(await community.Newcomer()));

        Assert.Equal("This sponsor answered 1 of 1 offers in the past year.", SentenceOf(answering));
        Assert.Equal("This sponsor answered 0 of 1 offers in the past year.", SentenceOf(silent));

        string? SentenceOf(Person mentor) => view.GetProperty("candidates").EnumerateArray().Single(c => c.GetProperty("mentorId").GetGuid() == mentor.Id.Value)
            .GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "reliability").GetProperty("sentence").GetString();
    }

    [Fact]
    public async Task A_short_list_says_what_would_lengthen_it()
    {
        var community = await SampleCommunity.In(_host);
        await community.Mentor(Sponsor);
        var door = new MatchingDoor(community);
        var request = await community.Request(await community.Newcomer());
        Assert.Equal(0, (await door.Candidates(request)).GetProperty("widening").GetArrayLength());

        await Wish(community, request, new() { AgeFrom = 90, Musts = Musts.Age });
        var widening = (await door.Candidates(request)).GetProperty("widening")[0];
        Assert.Equal(("wish-age", 1), (widening.GetProperty("code").GetString(), widening.GetProperty("adds").GetInt32()));
        Assert.Equal("Without the must for age, 1 more could be proposed.", widening.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task A_block_excludes_without_being_told()
    {
        var community = await SampleCommunity.In(_host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        await Block(community, by: newcomer, against: mentor);
        var view = await new MatchingDoor(community).Candidates(await community.Request(newcomer));
        Assert.Equal("These two cannot be proposed.", view.GetProperty("excluded")[0].GetProperty("sentence").GetString());
        Assert.DoesNotContain("block", view.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_to_propose_is_an_empty_list_and_another_community_lends_nobody()
    {
        var (community, other) = (await SampleCommunity.In(_host), await SampleCommunity.In(_host));
        await other.Mentor();
        var request = await community.Request(await community.Newcomer());
        var view = await new MatchingDoor(community).Candidates(request);
        Assert.Equal((0, 0), (view.GetProperty("candidates").GetArrayLength(), view.GetProperty("excluded").GetArrayLength()));
        var elsewhere = await other.Coordinator.Http.GetAsync($"{other.Path}/requests/{request}/candidates");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("?take=1", HttpStatusCode.OK)]
    [InlineData("?take=0", HttpStatusCode.BadRequest)]
    [InlineData("?take=101", HttpStatusCode.BadRequest)]
    public async Task One_to_a_hundred_candidates_can_be_taken(string query, HttpStatusCode status)
    {
        var community = await SampleCommunity.In(_host);
        var request = await community.Request(await community.Newcomer());
        var answer = await community.Coordinator.Http.GetAsync($"{community.Path}/requests/{request}/candidates{query}");
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Mentors_and_newcomers_see_no_candidates()
    {
        var community = await SampleCommunity.In(_host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var path = $"{community.Path}/requests/{await community.Request(newcomer)}/candidates";
        Assert.Equal(HttpStatusCode.Forbidden, (await mentor.Http.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.Http.GetAsync(path)).StatusCode);
    }

    public void Dispose() => _host.Dispose();

    private Task<int> Wish(SampleCommunity community, RequestId request, Wishes wishes) => _host.Inside(community.Id, services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        db.Requests.Single(asked => asked.Id == request).Wish(wishes);
        return db.SaveChangesAsync();
    });

    private Task<int> Block(SampleCommunity community, Person by, Person against) => _host.Inside(community.Id, services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        db.Add(new Block(community.Id, by.Id, against.Id, BlockReason.Block, _host.Clock.Now));
        return db.SaveChangesAsync();
    });
}
