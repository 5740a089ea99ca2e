using System.Net;
using Mentorship.Api.Http;

namespace Mentorship.Api.Tests.Contract;

/// <summary>
/// Nobody overwrites what they have not seen: every edit names the version that it edits, or is listed with the reason why it need not.
/// </summary>
public sealed class EditTests(TwoCommunities world) : IClassFixture<TwoCommunities>
{
    private static readonly IReadOnlyDictionary<string, string> WithoutVersion = new Dictionary<string, string>
    {
        ["PUT /check-ins/{checkIn}/answers/{question}/audience"] = "one word about one answer of one's own, and narrowing must never wait",
        ["PUT /progress/{progress}/time/audience"] = "as above",
        ["PUT /progress/{progress}/work/audience"] = "as above",
        ["PUT /progress/plan/lines/{line}/audience"] = "as above",
        ["PUT /pairings/{pairing}/progress/carry-over"] = "one switch of one's own: the last wish holds",
        ["PUT /members/me/notices"] = "two switches of one's own, and stopping must never wait",
        ["PUT /members/me/days-off"] = "dates of one's own, set whole: the last wish holds",
        ["PUT /members/me/quiet-hours"] = "two hours of one's own, set whole: the last wish holds",
        ["PUT /webhook"] = "it is set whole, with a new secret",
    };

    [Fact]
    public void Whatever_is_edited_names_its_version_or_is_listed_with_a_reason()
    {
        var edits = world.Host.Endpoints().Where(e =>
            e.StartsWith("PUT ", StringComparison.Ordinal) || e.StartsWith("PATCH ", StringComparison.Ordinal));
        Assert.Equal(
            WithoutVersion.Keys.Select(endpoint => new Row(endpoint).Key).Order(StringComparer.Ordinal),
            edits.Except(Versioned()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_edit_without_a_version_is_428_and_of_another_version_412_for_whoever_may_edit()
    {
        var wrong = new List<string>();
        foreach (var row in Versioned().Select(RouteTable.Of).Cast<Row>().Select(Possible))
        {
            var (who, scene) = (Enum.GetValues<Persona>().First(p => row.For(p) is not (401 or 403 or 404)), await world.Scene(row.At));
            scene.Values["member"] = scene.Values["mentor"]; // who can be vetted
            using var bare = await world.Call(row, who, scene, ifMatch: null);
            using var stale = await world.Call(row, who, scene, ifMatch: "\"4711\"");
            if (bare.StatusCode != HttpStatusCode.PreconditionRequired) wrong.Add($"{row.Key} without a version: {(int)bare.StatusCode}");
            if (stale.StatusCode != HttpStatusCode.PreconditionFailed) wrong.Add($"{row.Key} of another version: {(int)stale.StatusCode}");
        }
        Assert.Empty(wrong);
    }

    private IReadOnlyList<string> Versioned() => world.Host.Endpoints(carry => carry.GetMetadata<NeedsVersion>() is not null);

    /// <summary>The row of offers sends a refused one on purpose.</summary>
    private static Row Possible(Row row) =>
        row.Endpoint == "PUT /members/me/mentor-offer" ? row with { Body = new { capacity = 2, kinds = new[] { "sponsor" } } } : row;
}
