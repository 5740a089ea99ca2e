using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Allotments;

/// <summary>Twenty drafts that each give the same places to others, published at the same moment.</summary>
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

    /// <summary>An order in which every other pair is ruled out.</summary>
    private static object Only(Guid request, Guid mentor, List<Guid> requests, List<Guid> mentors) => new
    {
        forbidden = from other in requests
                    from another in mentors
                    where (other, another) != (request, mentor)
                    select new { requestId = other, mentorId = another },
    };
}
