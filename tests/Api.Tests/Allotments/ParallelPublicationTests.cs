using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Allotments;

/// <summary>Twenty drafts that each give the same places to others, and one draft twenty times, published at the same moment.</summary>
public class ParallelPublicationTests
{
    private const int Twenty = 20, Mentors = 3, Places = 2;

    [EveryEngine]
    public async Task Twenty_publications_promise_no_mentor_more_than_they_have_and_nobody_twice(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        var door = new AllotmentDoor(community);
        List<Guid> mentors = [], requests = [], drafts = [];
        for (var mentor = 0; mentor < Mentors; mentor++) mentors.Add((await community.Mentor(new MentorOffer { Kinds = Kinds.Sponsor, Capacity = Places })).Id.Value);
        for (var newcomer = 0; newcomer < Twenty; newcomer++) requests.Add((await community.Request(await community.Newcomer())).Value);
        foreach (var (i, request) in requests.Index()) drafts.Add((await door.Allot(Only(request, mentors[i % Mentors], requests, mentors))).Id);

        var answers = await Task.WhenAll(drafts.Select(draft => door.Publish(draft)));

        Assert.All(answers, answer => Assert.True(answer.Code is null, answer.Code));
        var proposed = answers.SelectMany(answer => answer.Lines).Count(line => line.GetProperty("pairingId").ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Equal(Mentors * Places, proposed);
        await host.Api.Inside(community.Id, async services =>
        {
            var pairings = await services.GetRequiredService<MentorshipDb>().Pairings.Where(p => p.State == PairingState.Proposed).ToListAsync();
            Assert.Equal(Mentors * Places, pairings.Count);
            Assert.All(pairings.CountBy(p => p.Mentor), mentor => Assert.Equal(Places, mentor.Value));
            Assert.All(pairings.CountBy(p => p.Request), request => Assert.Equal(1, request.Value));
            return true;
        });
    }

    [EveryEngine]
    public async Task One_draft_published_twenty_times_at_once_proposes_each_pair_just_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        var door = new AllotmentDoor(community);
        for (var mentor = 0; mentor < Mentors; mentor++) await community.Mentor(new MentorOffer { Kinds = Kinds.Sponsor, Capacity = Places });
        for (var newcomer = 0; newcomer < Mentors * Places; newcomer++) await community.Request(await community.Newcomer());
        var draft = await door.Allot();

        var answers = await Task.WhenAll(Enumerable.Range(0, Twenty).Select(_ => door.Publish(draft.Id)));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "published"), (answer.Status, answer.Body.GetProperty("state").GetString())));
        var first = Assert.Single(answers, answer => answer.Lines.Count > 0);
        var proposed = await host.Api.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Pairings.Select(p => new { p.Id, p.Request, p.Mentor, p.State }).ToListAsync());
        Assert.Equal(first.Lines.Select(line => line.GetProperty("pairingId").GetGuid()).Order(), proposed.Select(p => p.Id.Value).Order());
        Assert.Equal(
            draft.Lines.Select(line => (line.GetProperty("requestId").GetGuid(), line.GetProperty("mentorId").GetGuid())).Order(),
            proposed.Select(p => (p.Request.Value, p.Mentor.Value)).Order());
        Assert.All(proposed, p => Assert.Equal(PairingState.Proposed, p.State));
    }

    /// <summary>An order in which every other pair is ruled out.</summary>
    private static object Only(Guid request, Guid mentor, List<Guid> requests, List<Guid> mentors) => new
    {
        forbidden = from other in requests
                    from another in mentors
                    where (other, another) != (request, mentor)
                    select new { requestId = other, mentorId = another },
    };
}
