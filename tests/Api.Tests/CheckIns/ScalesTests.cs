using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>How sure somebody feels about tomorrow: a number of 0 to 10 that tells nobody.</summary>
public sealed class ScalesTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("0", true), InlineData("10", true), InlineData("11", false), InlineData("-1", false)]
    public async Task Confidence_is_a_number_of_0_to_10_on_the_page(string number, bool isTaken)
    {
        var pair = await Daily();
        await pair.Deliver();
        var page = await _host.CreateClient().PostAsync(
            _host.Mail.LinkTo(pair.Newcomer.Email), new FormUrlEncodedContent([new("q.confidence", number)]));
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, page.StatusCode);
        await Is(pair, isTaken ? number : null);
    }

    [Theory]
    [InlineData(0, true), InlineData(10, true), InlineData(11, false), InlineData(-1, false)]
    public async Task Confidence_is_a_number_of_0_to_10_over_the_API(int number, bool isTaken)
    {
        var pair = await Daily();
        var answers = new { answers = new[] { new { question = "confidence", number } } };
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id")}/answers";
        var answer = await pair.Newcomer.Http.PostAsJsonAsync(path, answers);
        if (isTaken) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else Assert.Equal(["answers[0].number: scale-range"], (await answer.Problem(HttpStatusCode.BadRequest, "input-invalid")).Errors());
        await Is(pair, isTaken ? $"{number}" : null);
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> Daily()
    {
        var pair = await IntroducedPair.In(_host);
        var newcomer = new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer);
        await _host.Send(new AddPlan(newcomer, pair.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        await pair.Deliver();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 20, 18, 0));
        await pair.Dispatch();
        return pair;
    }

    private static async Task Is(IntroducedPair pair, string? number)
    {
        var kept = (await pair.CheckIn()).GetProperty("answers").EnumerateArray();
        Assert.Equal(number, kept.Select(a => a.GetProperty("number").ToString()).SingleOrDefault());
        Assert.Empty(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
    }
}
