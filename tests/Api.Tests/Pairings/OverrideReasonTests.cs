using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

public sealed class OverrideReasonTests : IDisposable
{
    private const string Reason = "They know each other well.";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_reason_that_overrode_a_norm_can_be_read_again_at_the_pairing_and_not_in_the_list()
    {
        var (community, pairing) = await Approved(mentorSince: new LocalDate(2026, 3, 1));
        var review = await Review(community, pairing);
        Assert.Equal((true, Reason), (review.GetProperty("overridden").GetBoolean(), review.GetProperty("overrideReason").GetString()));
        var listed = Assert.Single(await new MatchingDoor(community).ForReview("approved"));
        Assert.Equal((true, JsonValueKind.Null), (listed.GetProperty("overridden").GetBoolean(), listed.GetProperty("overrideReason").ValueKind));
    }

    [Fact]
    public async Task A_reason_where_no_norm_stands_against_the_pair_overrides_nothing_and_is_not_kept()
    {
        var (community, pairing) = await Approved(mentorSince: new LocalDate(2020, 1, 1));
        var review = await Review(community, pairing);
        Assert.Equal((false, JsonValueKind.Null), (review.GetProperty("overridden").GetBoolean(), review.GetProperty("overrideReason").ValueKind));
        Assert.False(await _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Audit.AnyAsync(a => a.Code == "norm-overridden")));
    }

    [Fact]
    public async Task Once_the_key_of_who_wrote_it_is_gone_it_is_known_that_there_was_one_and_no_more()
    {
        var (community, pairing) = await Approved(mentorSince: new LocalDate(2026, 3, 1));
        await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().MemberKeys.Where(k => k.Member == community.Coordinator.Id).ExecuteDeleteAsync());
        var review = await Review(community, pairing);
        Assert.Equal((true, JsonValueKind.Null), (review.GetProperty("overridden").GetBoolean(), review.GetProperty("overrideReason").ValueKind));
    }

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, Guid Pairing)> Approved(LocalDate mentorSince)
    {
        var community = await SampleCommunity.In(_host);
        var newcomer = await community.Newcomer();
        var profile = await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Members.Where(m => m.Id == newcomer.Id).Select(m => m.Profile).SingleAsync());
        var mentor = await community.Mentor(profile: profile with { RecoverySince = mentorSince });
        var door = new MatchingDoor(community);
        var proposed = await door.Propose(await community.Request(newcomer), mentor.Id);
        Assert.Null(await door.Approve(proposed.Id, Reason));
        return (community, proposed.Id);
    }

    private static Task<JsonElement> Review(SampleCommunity community, Guid pairing) =>
        community.Coordinator.Http.GetFromJsonAsync<JsonElement>($"{community.Path}/pairings/for-review/{pairing}");
}
