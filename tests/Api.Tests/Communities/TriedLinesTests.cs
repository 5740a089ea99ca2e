using System.Net;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Communities;

/// <summary>A community says when it tried a line, and each of its own screens that shows the line says so.</summary>
public sealed class TriedLinesTests : IDisposable
{
    private const string Never = "Not yet verified by this community", Tried = "Verified on 2026-10-18";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_line_that_a_coordinator_tried_says_when_on_every_screen_of_the_community_and_of_no_other()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var other = await SampleCommunity.In(_host);
        await Policy(pair.Community, new { country = "IE", line = "116 123", on = "2026-10-18" }).Is(HttpStatusCode.NoContent);

        var asked = await _host.CreateClient().GetStringAsync(_host.Mail.LinkTo(pair.Newcomer.Email));
        Assert.Contains(Tried, asked);
        Assert.Contains(Never, asked); // the others
        Assert.Contains(Tried, (await new Browser(pair.Newcomer.Http).Open("/plan")).Page);
        Assert.Contains(Tried, await pair.Newcomer.Http.GetStringAsync($"{pair.Community.Path}/progress/support"));
        var policy = (await pair.Community.Coordinator.Read(pair.Community.Path)).GetProperty("policy");
        Assert.Equal("""[{"country":"IE","line":"116 123","on":"2026-10-18"}]""", policy.GetProperty("triedLines").GetRawText());

        Assert.DoesNotContain(Tried, await other.Coordinator.Http.GetStringAsync($"{other.Path}/progress/support"));
        var start = await _host.CreateClient().GetStringAsync("/help"); // of no community
        Assert.DoesNotContain("erified", start);
        Assert.Contains("when somebody there last tried one", start);
    }

    [Theory]
    [InlineData("IE", "116 124", "2026-10-18", "crisis-line-unknown"), InlineData("ZZ", "112", "2026-10-18", "crisis-line-unknown")]
    [InlineData("IE", "112", "2026-10-22", "tried-on-invalid"), InlineData("IE", "112", "soon", "tried-on-invalid")]
    public async Task A_line_that_is_not_there_and_a_day_that_has_not_come_are_refused(string country, string line, string on, string code)
    {
        var community = await SampleCommunity.In(_host);
        Assert.Equal([$"triedLines {code}"], await Policy(community, new { country, line, on }).Errors());
    }

    public void Dispose() => _host.Dispose();

    private static Task<HttpResponseMessage> Policy(SampleCommunity community, object tried) => community.Coordinator.Put($"{community.Path}/policy", new
    {
        minimumWeeklyOverlapMinutes = 60,
        answerWindowHours = 72,
        confirmationDays = 35,
        temporaryContactDays = 90,
        checkInRhythm = "weekly:Sun",
        checkInLayer = "weekly",
        checkInAt = "18:00",
        weights = new { },
        triedLines = new[] { tried },
    });
}
