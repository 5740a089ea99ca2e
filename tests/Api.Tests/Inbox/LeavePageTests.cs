using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Inbox;

/// <summary>The page by which one of two ends what is between them, or blocks the other.</summary>
public sealed class LeavePageTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("End", 0), InlineData("Block", 1)]
    public async Task Either_of_the_two_ends_it_at_once_and_the_other_cannot_tell_which_it_was(string step, int blocks)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        var browser = await Browser.Of(pair.Newcomer, _host).Open("/notes");
        Assert.Contains($"href=\"{Leave(pair)}\"", browser.Page);

        await browser.Open(Leave(pair));
        Assert.Contains("You need no reason", browser.Page);
        Assert.Contains("116 123", browser.Page); // of their own country
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(Leave(pair))).Status);
        await browser.Open(Leave(pair));
        await browser.Open($"{Leave(pair)}?handler={step}");
        Assert.Equal("introduced", await Standing(pair, pair.Mentor));
        await browser.Send($"{Leave(pair)}?handler={step}");
        Assert.Equal("/notes", browser.Location!.ToString());
        await pair.Deliver();

        Assert.Equal("ended", await Standing(pair, pair.Mentor));
        Assert.Equal(blocks, (await pair.Newcomer.Items($"{pair.Community.Path}/blocks")).Count);
        var theirs = (await Browser.Of(pair.Mentor, _host).Open("/notes")).Page;
        Assert.Contains("are paired no longer. It is not a judgement on you.", theirs);
        Assert.DoesNotContain("block", theirs, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_over_or_somebody_else_s_or_only_offered_cannot_be_ended_there()
    {
        var pair = await IntroducedPair.In(_host);
        var other = await SampleCommunity.In(_host);
        foreach (var (person, community) in new[] { (await pair.Community.Newcomer(), pair.Community), (await other.Newcomer(), pair.Community), (pair.Newcomer, other) })
        {
            var browser = await Browser.Of(person, _host).Open($"/notes/{community.Id}/leave/{pair.Pairing}");
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            await browser.Open("/rest"); // for the token in its forms
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Send($"/notes/{community.Id}/leave/{pair.Pairing}?handler=Block")).Status);
        }
        Assert.Equal("introduced", await Standing(pair, pair.Mentor));

        var (mentor, asks) = (await pair.Community.Mentor(), await pair.Community.Newcomer());
        var offer = await pair.Community.ApprovedOffer(await pair.Community.Request(asks), mentor);
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.Of(mentor, _host).Open($"/notes/{pair.Community.Id}/leave/{offer}")).Status);
        await pair.Post(pair.Mentor, "end");
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.Of(pair.Newcomer, _host).Open(Leave(pair))).Status);
    }

    public void Dispose() => _host.Dispose();

    private static string Leave(IntroducedPair pair) => $"/notes/{pair.Community.Id}/leave/{pair.Pairing}";

    private static async Task<string?> Standing(IntroducedPair pair, Person person) =>
        (await person.Http.GetFromJsonAsync<JsonElement>(pair.Path)).GetProperty("standing").GetString();
}
