using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Tests.Allotments;

public sealed class DraftEditTests : IDisposable
{
    private static readonly MentorOffer One = new() { Kinds = Kinds.Sponsor, Capacity = 1 };

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_line_is_changed_left_out_and_restored_each_under_the_version_that_was_read()
    {
        var (community, door) = await Community();
        var (one, other) = (await community.Mentor(One), await community.Mentor(One));
        await community.Request(await community.Newcomer());
        var draft = await door.Allot();
        var path = $"/{draft.Id}/lines/{draft.Lines[0].GetProperty("requestId").GetGuid()}";
        var chosen = draft.Lines[0].GetProperty("mentorId").GetGuid();
        var instead = new[] { one, other }.Single(mentor => mentor.Id.Value != chosen).Id.Value;
        var tag = (await door.Read(draft.Id)).ETag;

        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Put, path, new { mentorId = instead }, tag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await door.Send(HttpMethod.Delete, path, ifMatch: tag)).Status);
        Assert.Equal(instead, Mentor(await door.Read(draft.Id)));
        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Delete, path, ifMatch: "*")).Status);
        Assert.Null(Mentor(await door.Read(draft.Id)));
        Assert.Equal("line-empty", (await door.Publish(draft.Id, new { requests = new[] { draft.Lines[0].GetProperty("requestId").GetGuid() } })).Lines[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Post, path + "/restoration", ifMatch: "*")).Status);
        Assert.Equal(chosen, Mentor(await door.Read(draft.Id)));
    }

    [Fact]
    public async Task An_edit_is_judged_at_once()
    {
        var (community, door) = await Community();
        await community.Mentor(One);
        var full = await community.Mentor(One with { Capacity = 0 });
        for (var newcomer = 0; newcomer < 2; newcomer++) await community.Request(await community.Newcomer());
        var draft = await door.Allot();
        var unmatched = $"/{draft.Id}/lines/{draft.Lines[1].GetProperty("requestId").GetGuid()}";
        Assert.Equal("mentor-full", (await door.Send(HttpMethod.Put, unmatched, new { mentorId = full.Id.Value }, "*")).Code);
        Assert.Equal("mentor-full", (await door.Send(HttpMethod.Put, unmatched, new { mentorId = draft.Lines[0].GetProperty("mentorId").GetGuid() }, "*")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await door.Send(HttpMethod.Put, $"/{draft.Id}/lines/{Guid.NewGuid()}", new { mentorId = full.Id.Value }, "*")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Post, $"/{draft.Id}/dismissal", ifMatch: "*")).Status);
        Assert.Equal("allotment-wrong-state", (await door.Send(HttpMethod.Delete, unmatched, ifMatch: "*")).Code);
    }

    [Fact]
    public async Task A_publication_refuses_what_changed_since_says_so_and_proposes_the_rest()
    {
        var (community, door) = await Community();
        var (staying, pausing) = (await community.Mentor(One), await community.Mentor(One));
        for (var newcomer = 0; newcomer < 2; newcomer++) await community.Request(await community.Newcomer());
        var draft = await door.Allot();
        await _host.Send(new Mentorship.Api.Features.Members.TakeABreak(new(community.Id, pausing.Id, Roles.Mentor)));
        var late = await community.Request(await community.Newcomer());

        var published = await door.Publish(draft.Id, key: "once");
        var refused = published.Lines.Single(line => line.GetProperty("pairingId").ValueKind == JsonValueKind.Null);
        Assert.Equal("mentor-paused", refused.GetProperty("code").GetString());
        var changes = published.Body.GetProperty("changes");
        Assert.True(changes.GetProperty("any").GetBoolean());
        Assert.Equal([late.Value], changes.GetProperty("requestsCame").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Equal([pausing.Id.Value], changes.GetProperty("mentorsChanged").EnumerateArray().Select(id => id.GetGuid()));
        Assert.Single(await new MatchingDoor(community).ForReview());
        Assert.Equal(published.Body.GetRawText(), (await door.Publish(draft.Id, key: "once")).Body.GetRawText());
        Assert.NotEqual(staying.Id, pausing.Id);
    }

    [Fact]
    public async Task The_report_is_there_as_json_and_as_csv_that_no_spreadsheet_runs()
    {
        var (community, door) = await Community();
        await community.Mentor(One);
        for (var newcomer = 0; newcomer < 2; newcomer++) await community.Request(await community.Newcomer());
        var draft = await door.Allot();
        var report = (await door.Send(HttpMethod.Get, $"/{draft.Id}/report")).Body;
        Assert.Equal((1, 1, 10), (report.GetProperty("totals").GetProperty("matched").GetInt32(), report.GetProperty("unmatched").GetArrayLength(), report.GetProperty("fitBands").GetArrayLength()));
        var csv = await community.Coordinator.Http.GetStringAsync($"{community.Path}/allotments/{draft.Id}/report.csv");
        Assert.Equal(["matched", "unmatched"], csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[3]));
        var list = (await door.Send(HttpMethod.Get, "")).Body.GetProperty("items");
        Assert.Equal([draft.Id], list.EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+49", "'+49"), InlineData("-1", "'-1"), InlineData("@x", "'@x"), InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\""), InlineData("a,b", "\"a,b\""), InlineData("a \"b\"", "\"a \"\"b\"\"\""), InlineData("plain = x", "plain = x"), InlineData("", "")]
    public void A_cell_is_shown_and_never_run(string text, string cell) => Assert.Equal(cell, Mentorship.Api.Features.Allotments.SafeCsv.Cell(text));

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, AllotmentDoor Door)> Community()
    {
        var community = await SampleCommunity.In(_host);
        return (community, new AllotmentDoor(community));
    }

    private static Guid? Mentor(Answer draft) =>
        draft.Lines[0].GetProperty("mentorId") is { ValueKind: not JsonValueKind.Null } mentor ? mentor.GetGuid() : null;
}
