using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Engines;

namespace Mentorship.Api.Tests.Http;

/// <summary>A list is read while people work on it: what leaves it between two pages moves nothing out of sight.</summary>
public sealed class PagesTests
{
    private const int Rows = 7, PerPage = 3;

    [EveryEngine]
    public async Task Who_decides_on_each_page_before_the_next_sees_every_proposal_of_one_moment(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(new MentorOffer { Capacity = 20, Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true });
        var proposed = new List<Guid>();
        for (var row = 0; row < Rows; row++)
            proposed.Add((await community.Proposal(await community.Request(await community.Newcomer()), mentor)).Value);

        var seen = await ReadAndWork(community, "pairings/for-review?state=proposed", id =>
            community.Coordinator.Post($"{community.Path}/pairings/{id}/dismissal", ifMatch: "*"));

        Assert.Equal(proposed.Order(), seen.Order());
    }

    [EveryEngine]
    public async Task Who_serves_each_page_before_the_next_sees_everybody_who_has_waited_since_one_moment(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var community = await SampleCommunity.In(host);
        var asked = new Dictionary<Guid, Person>();
        for (var row = 0; row < Rows; row++)
        {
            var newcomer = await community.Newcomer();
            asked.Add((await community.Request(newcomer)).Value, newcomer);
        }

        var seen = await ReadAndWork(community, "requests?state=open", id =>
            asked[id].Post($"{community.Path}/requests/{id}/withdrawal", ifMatch: "*"));

        Assert.Equal(asked.Keys.Order(), seen.Order());
    }

    /// <summary>The ids of every page in turn; after each, <paramref name="work"/> takes all that it showed off the list.</summary>
    private static async Task<IReadOnlyList<Guid>> ReadAndWork(SampleCommunity community, string list, Func<Guid, Task<HttpResponseMessage>> work)
    {
        var seen = new List<Guid>();
        for (var cursor = ""; cursor is not null && seen.Count < 2 * Rows;)
        {
            var page = await community.Coordinator.Read($"{community.Path}/{list}&limit={PerPage}&cursor={cursor}");
            var shown = page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()).ToList();
            seen.AddRange(shown);
            foreach (var id in shown) await work(id).Is(HttpStatusCode.NoContent);
            cursor = page.GetProperty("next") is { ValueKind: JsonValueKind.String } next ? next.GetString() : null;
        }
        return seen;
    }
}
