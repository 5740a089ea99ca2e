using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Matching;

/// <summary>The matching endpoints of one community as its coordinator calls them.</summary>
internal sealed class MatchingDoor(SampleCommunity community)
{
    private readonly HttpClient _http = community.Coordinator.Http;

    public Task<JsonElement> Candidates(RequestId request) => _http.GetFromJsonAsync<JsonElement>($"{community.Path}/requests/{request}/candidates");

    public async Task<(HttpStatusCode Status, string? Code, Guid Id)> Propose(RequestId request, MemberId mentor)
    {
        var answer = await _http.PostAsJsonAsync($"{community.Path}/requests/{request}/proposals", new { mentorId = mentor.Value });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? (answer.StatusCode, null, body.GetProperty("id").GetGuid()) : (answer.StatusCode, body.GetProperty("code").GetString(), default);
    }

    /// <summary>Null when it was approved, else the problem's code.</summary>
    public async Task<string?> Approve(Guid pairing, string? overrideReason = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{community.Path}/pairings/{pairing}/approval")
        {
            Headers = { { "If-Match", "*" } },
            Content = JsonContent.Create(new { overrideReason }),
        };
        var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    public async Task<IReadOnlyList<JsonElement>> ForReview(string state = "proposed") =>
        [.. (await _http.GetFromJsonAsync<JsonElement>($"{community.Path}/pairings/for-review?state={state}")).GetProperty("items").EnumerateArray()];
}
