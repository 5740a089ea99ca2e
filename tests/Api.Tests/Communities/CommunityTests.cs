using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Communities;

public sealed class CommunityTests(SharedHost host) : IClassFixture<SharedHost>
{
    private const string OfYore = """{"answerWindowHours":24,"ofYore":true}""";

    private static object Policy => new
    {
        minimumWeeklyOverlapMinutes = 90,
        answerWindowHours = 48,
        confirmationDays = 31,
        temporaryContactDays = 30,
        checkInRhythm = "weekdays:Wed,Mon",
        checkInLayer = "daily",
        checkInAt = "07:30",
        weights = new Dictionary<string, double> { ["age"] = 0, ["load"] = 2.5 },
    };

    [Fact]
    public async Task A_member_sees_the_community_and_a_coordinator_its_policy_too()
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor();
        var seen = await mentor.Read(community.Path);
        Assert.Equal(("Riverside", "Europe/Dublin"), (seen.GetProperty("name").GetString(), seen.GetProperty("zoneId").GetString()));
        Assert.Equal("""["aa"]""", seen.GetProperty("pathways").GetRawText());
        Assert.False(seen.TryGetProperty("policy", out _));
        Assert.Equal(72,
            (await community.Coordinator.Read(community.Path)).GetProperty("policy").GetProperty("answerWindowHours").GetInt32());
    }

    [Fact]
    public async Task A_policy_is_set_whole_from_the_version_that_was_seen()
    {
        var community = await SampleCommunity.In(host);
        var seen = await community.Coordinator.ETagOf(community.Path);
        await community.Coordinator.Put($"{community.Path}/policy", Policy, ifMatch: null)
            .Is(HttpStatusCode.PreconditionRequired, "version-needed");
        await community.Coordinator.Put($"{community.Path}/policy", Policy, seen).Is(HttpStatusCode.NoContent);
        await community.Coordinator.Put($"{community.Path}/policy", Policy, seen).Is(HttpStatusCode.PreconditionFailed, "version-stale");

        var policy = (await community.Coordinator.Read(community.Path)).GetProperty("policy");
        Assert.Equal(90, policy.GetProperty("minimumWeeklyOverlapMinutes").GetInt32());
        Assert.Equal("weekdays:Mon,Wed", policy.GetProperty("checkInRhythm").GetString());
        Assert.Equal("daily", policy.GetProperty("checkInLayer").GetString());
        Assert.Equal(2.5, policy.GetProperty("weights").GetProperty("load").GetDouble());
        var audit = await host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Code == "policy-changed").Select(a => a.Actor).ToListAsync());
        Assert.Equal([community.Coordinator.Id], audit);
    }

    [Theory]
    [InlineData("""{"minimumWeeklyOverlapMinutes":1441}""", "minimumWeeklyOverlapMinutes overlap-range")]
    [InlineData("""{"minimumWeeklyOverlapMinutes":null}""", "minimumWeeklyOverlapMinutes overlap-range")]
    [InlineData("""{"answerWindowHours":0}""", "answerWindowHours answer-window-range")]
    [InlineData("""{"answerWindowHours":721}""", "answerWindowHours answer-window-range")]
    [InlineData("""{"confirmationDays":367}""", "confirmationDays confirmation-range")]
    [InlineData("""{"temporaryContactDays":6}""", "temporaryContactDays temporary-contact-range")]
    [InlineData("""{"checkInRhythm":"sometimes"}""", "checkInRhythm rhythm-invalid")]
    [InlineData("""{"checkInLayer":null}""", "checkInLayer layer-unfit")]
    [InlineData("""{"checkInLayer":"monthly"}""", "checkInLayer layer-unfit")]
    [InlineData("""{"checkInAt":"7.30 pm"}""", "checkInAt time-invalid")]
    [InlineData("""{"checkInAt":"24:00"}""", "checkInAt time-invalid")]
    [InlineData("""{"weights":null}""", "weights weights-needed")]
    [InlineData("""{"weights":{"beauty":1}}""", "weights factor-unknown")]
    [InlineData("""{"weights":{"age":10.5}}""", "weights weight-range")]
    [InlineData("""{"weights":{"age":-1}}""", "weights weight-range")]
    public async Task A_field_that_is_not_valid_is_refused_alone_by_its_code(string changes, string refused)
    {
        var community = await SampleCommunity.In(host);
        Assert.Equal([refused], await community.Coordinator.Put($"{community.Path}/policy", Policy.With(changes)).Errors());
    }

    [Fact]
    public async Task At_least_one_factor_counts()
    {
        var community = await SampleCommunity.In(host);
        var none = JsonSerializer.Serialize(Domain.Matching.Fit.FactorNames.ToDictionary(name => name, _ => 0.0));
        Assert.Equal(["weights weights-all-zero"],
            await community.Coordinator.Put($"{community.Path}/policy", Policy.With($$"""{"weights":{{none}}}""")).Errors());
        await community.Coordinator.Put($"{community.Path}/policy", Policy.With("""{"weights":{}}""")).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Only_a_coordinator_sets_the_policy()
    {
        var community = await SampleCommunity.In(host);
        await (await community.Mentor()).Put($"{community.Path}/policy", Policy).Is(HttpStatusCode.Forbidden, "role-needed");
    }

    [Fact]
    public async Task A_policy_that_was_stored_before_a_field_was_known_reads_with_the_default()
    {
        var community = await SampleCommunity.In(host);
        await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Database
            .ExecuteSqlAsync($"UPDATE Communities SET Policy = {OfYore} WHERE Id = {community.Id.Value}"));
        var policy = (await community.Coordinator.Read(community.Path)).GetProperty("policy");
        Assert.Equal(24, policy.GetProperty("answerWindowHours").GetInt32());
        Assert.Equal(Domain.Communities.Policy.Default.CheckInRhythm, policy.GetProperty("checkInRhythm").GetString());
        Assert.Equal("{}", policy.GetProperty("weights").GetRawText());
    }
}
