using System.Net;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Http;

public sealed class WordsOfRefusalTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    [Theory]
    [InlineData("POST", "requests/{0}/withdrawal", "There is no such request here.")]
    [InlineData("POST", "check-ins/{0}/answers", "There is no such check-in here.")]
    [InlineData("PUT", "plans/{0}", "There is no such plan here.")]
    [InlineData("POST", "pairings/{0}/approval", "There is no such pairing here.")]
    public async Task What_is_not_there_is_named_in_a_persons_words(string method, string path, string sentence)
    {
        var problem = await (await Send(method, string.Format(path, Guid.NewGuid()))).Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(sentence, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_second_approval_is_refused_in_the_words_of_every_other_step_that_comes_too_late()
    {
        var (mentor, newcomer) = (await world.Community.Mentor(), await world.Community.Newcomer());
        var pairing = await world.Community.Proposal(await world.Community.Request(newcomer), mentor);
        Assert.Equal(HttpStatusCode.NoContent, (await Send("POST", $"pairings/{pairing}/approval")).StatusCode);
        foreach (var step in (string[])["approval", "dismissal"])
            await (await Send("POST", $"pairings/{pairing}/{step}")).Problem(HttpStatusCode.Conflict, "pairing-wrong-state");
    }

    private Task<HttpResponseMessage> Send(string method, string path)
    {
        var body = path.StartsWith("plans") ? """{"layer":"daily","rhythm":"daily","at":"18:00","zoneId":"Europe/Dublin"}""" : "{}";
        var content = path.Contains("withdrawal") || path.Contains("dismissal") || path.Contains("approval") ? null
            : new StringContent(path.StartsWith("check-ins") ? """{"answers":[{"question":"today","choice":"good"}]}""" : body, System.Text.Encoding.UTF8, "application/json");
        return world.Coordinator.SendAsync(new(new HttpMethod(method), $"{world.Path}/{path}") { Content = content, Headers = { { "If-Match", "*" } } });
    }
}
