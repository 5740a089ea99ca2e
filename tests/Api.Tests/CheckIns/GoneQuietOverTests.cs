using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A newcomer stood on the coordinators' list as gone quiet, and then something is heard.</summary>
public sealed class GoneQuietOverTests : IDisposable
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 1, 20, 0), Morning = Instant.FromUtc(2026, 11, 2, 12, 0);

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("answer", "heard-from"), InlineData("fine", "heard-from"), InlineData("pause", "at-rest"), InlineData("end", "at-rest")]
    public async Task The_list_is_told_why_it_is_over_and_a_note_that_waits_for_the_morning_is_dropped(string sign, string over)
    {
        var pair = await Quiet();
        var path = $"{pair.Community.Path}/concerns/{Assert.Single(await Concerns(pair)).GetProperty("id").GetGuid()}";
        await Show(pair, sign);
        await pair.Live(Evening + Duration.FromHours(2));

        Assert.Empty(await Concerns(pair));
        var concern = await pair.Community.Coordinator.Read(path);
        Assert.Equal(over, concern.GetProperty("over").GetString());
        Assert.NotEqual(JsonValueKind.Null, concern.GetProperty("closedAt").ValueKind);
        await pair.Live(Morning);
        Assert.DoesNotContain(_host.Mail.To(pair.Community.Coordinator.Email), m => m.Contains("something new on your list"));
    }

    [Fact]
    public async Task A_note_in_the_morning_knows_of_an_answer_that_the_ladder_has_not_seen_yet()
    {
        var pair = await Quiet();
        _host.Clock.MoveTo(Morning);
        await Show(pair, "answer");
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Community.Coordinator.Email), m => m.Contains("something new on your list"));
    }

    [Fact]
    public async Task Who_only_stops_notes_was_not_heard_from_and_stays_on_the_list()
    {
        var pair = await Quiet();
        await Show(pair, "stop");
        await pair.Live(Morning);

        var concern = Assert.Single(await Concerns(pair));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (concern.GetProperty("closedAt").ValueKind, concern.GetProperty("over").ValueKind));
        Assert.Single(_host.Mail.To(pair.Community.Coordinator.Email), m => m.Contains("something new on your list"));
    }

    [Fact]
    public async Task What_a_coordinator_closed_first_says_nothing_of_what_came_later()
    {
        var pair = await Quiet();
        var path = $"{pair.Community.Path}/concerns/{Assert.Single(await Concerns(pair)).GetProperty("id").GetGuid()}";
        await pair.Community.Coordinator.Post($"{path}/close", null, "*").Is(HttpStatusCode.NoContent);
        await pair.Live(Evening + Duration.FromHours(1));
        await Show(pair, "answer");
        await pair.Live(Morning);

        Assert.Equal(JsonValueKind.Null, (await pair.Community.Coordinator.Read(path)).GetProperty("over").ValueKind);
    }

    public void Dispose() => _host.Dispose();

    /// <summary>A week is over in a community that asks after one miss: it is evening, and the coordinator's note of it waits for the morning.</summary>
    private async Task<IntroducedPair> Quiet()
    {
        var pair = await IntroducedPair.Asked(_host);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            (await db.Communities.SingleAsync()).Change(Policy.Default with { Ladder = new LadderTimes(WeeklyMisses: 1, CoordinatorsAfterDays: 7) });
            return await db.SaveChangesAsync();
        });
        await pair.Community.Coordinator.Put($"{pair.Community.Path}/members/me/quiet-hours", new { from = "17:00", to = "10:00" }).Is(HttpStatusCode.NoContent);
        await pair.Live(Evening);
        Assert.Equal(JsonValueKind.Null, Assert.Single(await Concerns(pair)).GetProperty("closedAt").ValueKind);
        return pair;
    }

    private async Task Show(IntroducedPair pair, string sign)
    {
        if (sign == "fine")
        {
            var link = _host.Mail.To(pair.Newcomer.Email).Last(m => m.Contains("/f/"));
            await _host.CreateClient().PostAsync(link[link.IndexOf("/f/", StringComparison.Ordinal)..].Split('\n', '\r', ' ')[0], null);
        }
        else if (sign == "stop")
        {
            await pair.Newcomer.Put($"{pair.Community.Path}/members/me/notices", new { email = false }).Is(HttpStatusCode.NoContent);
        }
        else if (sign == "answer")
        {
            var missed = (await pair.Newcomer.Items($"{pair.Path}/check-ins"))[0].GetProperty("id").GetGuid();
            var answers = new { answers = new[] { new { question = "today", choice = "good" } } };
            await pair.Newcomer.Post($"{pair.Community.Path}/check-ins/{missed}/answers", answers).Is(HttpStatusCode.OK);
        }
        else
        {
            await pair.Post(pair.Newcomer, sign);
        }
    }

    /// <summary>The first page: those that are open.</summary>
    private static Task<IReadOnlyList<JsonElement>> Concerns(IntroducedPair pair) => pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns");
}
