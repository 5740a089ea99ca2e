using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Progress;

public sealed class WorkTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_member_marks_the_numbers_of_their_pathway_and_shows_them_if_they_like()
    {
        var pair = await IntroducedPair.In(host);
        var path = await Begin(pair, pair.Newcomer, "aa");
        await pair.Newcomer.Put($"{path}/work", new { marks = new[] { Mark(1, "done"), Mark(2, "working-on") } }).Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await pair.Mentor.Read($"{pair.Path}/progress")).GetProperty("work").ValueKind);

        await pair.Newcomer.Put($"{path}/work/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        var seen = (await pair.Mentor.Read($"{pair.Path}/progress")).GetProperty("work");
        Assert.Equal(("steps", 12), (seen.GetProperty("kind").GetString(), seen.GetProperty("items").GetArrayLength()));
        Assert.Equal(["done", "working-on", null], seen.GetProperty("items").EnumerateArray().Take(3).Select(i => i.GetProperty("state").GetString()));

        await pair.Newcomer.Put($"{path}/work/audience", new { audience = "me" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await pair.Mentor.Read($"{pair.Path}/progress")).GetProperty("work").ValueKind);
    }

    [Fact]
    public async Task Numbers_without_labels_are_ours_and_the_labels_are_the_community_s()
    {
        var pair = await IntroducedPair.In(host);
        var path = await Begin(pair, pair.Newcomer, "celebrate-recovery");
        var before = (await pair.Newcomer.Read(path)).GetProperty("work").GetProperty("items");
        Assert.Equal(20, before.GetArrayLength());
        Assert.All(before.EnumerateArray(), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("label").ValueKind));

        await Label(pair.Community, new Dictionary<string, string[]> { ["celebrate-recovery"] = ["First of ours", "", "Third of ours"] }).Is(HttpStatusCode.NoContent);

        var items = (await pair.Newcomer.Read(path)).GetProperty("work").GetProperty("items").EnumerateArray();
        Assert.Equal(["First of ours", null, "Third of ours", null], items.Take(4).Select(i => i.GetProperty("label").GetString()));
    }

    [Theory]
    [InlineData("zz", 1, 10)]
    [InlineData("aa", 13, 10)]
    [InlineData("lifering", 1, 10)]
    [InlineData("aa", 1, 121)]
    public async Task Labels_that_no_number_has_are_refused(string pathway, int labels, int length)
    {
        var community = await SampleCommunity.In(host);
        Assert.Equal(["workLabels work-labels-invalid"], await Label(community, new() { [pathway] = [.. Enumerable.Repeat(new string('a', length), labels)] }).Errors());
    }

    [Fact]
    public async Task A_number_that_the_pathway_does_not_have_is_refused()
    {
        var pair = await IntroducedPair.In(host);
        var steps = await Begin(pair, pair.Newcomer, "aa");
        await pair.Newcomer.Put($"{steps}/work", new { marks = new[] { Mark(13, "done") } }).Is(HttpStatusCode.Conflict, "work-number-unknown");
        await pair.Newcomer.Put($"{steps}/work", new { marks = new[] { Mark(0, "done") } }).Is(HttpStatusCode.Conflict, "work-number-unknown");
        Assert.Equal(["marks marks-doubled"], await pair.Newcomer.Put($"{steps}/work", new { marks = new[] { Mark(1, "done"), Mark(1, "working-on") } }).Errors());
        var plan = await Begin(pair, pair.Mentor, "lifering");
        await pair.Mentor.Put($"{plan}/work", new { marks = new[] { Mark(1, "done") } }).Is(HttpStatusCode.Conflict, "work-not-numbered");
        Assert.Equal(JsonValueKind.Null, (await pair.Mentor.Read(plan)).GetProperty("work").ValueKind);
    }

    [Fact]
    public async Task A_family_pathway_has_its_work_and_no_time()
    {
        var pair = await IntroducedPair.In(host);
        var path = await Begin(pair, pair.Newcomer, "al-anon");
        await pair.Newcomer.Put($"{path}/work", new { marks = new[] { Mark(12, "done") } }).Is(HttpStatusCode.NoContent);
        var view = await pair.Newcomer.Read(path);
        Assert.Equal((JsonValueKind.Null, "done"), (view.GetProperty("time").ValueKind, view.GetProperty("work").GetProperty("items")[11].GetProperty("state").GetString()));
        await pair.Newcomer.Put($"{path}/time", new { since = "2026-01-01", earlierStays = false }).Is(HttpStatusCode.Conflict, "time-not-counted");
    }

    private static object Mark(int number, string state) => new { number, state };

    private static async Task<string> Begin(IntroducedPair pair, Person person, string pathway)
    {
        var answer = await person.Post($"{pair.Community.Path}/progress", new { pathway });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Label(SampleCommunity community, Dictionary<string, string[]> workLabels) =>
        community.Coordinator.Put($"{community.Path}/policy", new
        {
            minimumWeeklyOverlapMinutes = 60,
            answerWindowHours = 72,
            confirmationDays = 35,
            temporaryContactDays = 90,
            checkInRhythm = "weekly:Sun",
            checkInLayer = "weekly",
            checkInAt = "18:00",
            weights = new { },
            workLabels,
        });
}
