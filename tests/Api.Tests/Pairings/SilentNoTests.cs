using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

/// <summary>A no is not told by the time at which an offer closes.</summary>
public sealed class SilentNoTests(SharedHost host) : IClassFixture<SharedHost>
{
    private SampleCommunity community = null!;
    private Person mentor = null!, newcomer = null!;
    private PairingId pairing;

    [Fact]
    public async Task To_the_mentor_a_newcomers_no_looks_like_silence_until_the_time_to_answer_is_over()
    {
        await MentorSaidYes();
        var seen = await Seen();
        host.Clock.Advance(Duration.FromHours(2));
        await newcomer.Post($"{Path}/refusal", ifMatch: "*").Is(HttpStatusCode.NoContent);

        Assert.Equal(seen, await Seen());
        Assert.Equal("awaiting-other", (await Listed()).Single());
        Assert.Equal("closed", (await newcomer.Read(Path)).GetProperty("standing").GetString());
        host.Clock.Advance(Duration.FromHours(71));
        Assert.Equal("closed", (await Listed()).Single());
        Assert.NotEqual(seen, await Seen());
    }

    [Fact]
    public async Task A_change_of_policy_leaves_an_offer_that_is_out_as_long_as_it_had()
    {
        await MentorSaidYes(before: async () => await host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            (await db.Communities.FindAsync(community.Id))!.Change(Policy.Default with { AnswerWindowHours = 1 });
            return await db.SaveChangesAsync();
        }));
        Assert.Equal((host.Clock.Now + Duration.FromHours(72)).ToString(), (await newcomer.Read(Path)).GetProperty("answerBy").GetString());
    }

    private string Path => $"{community.Path}/pairings/{pairing}";

    private async Task MentorSaidYes(Func<Task>? before = null)
    {
        community = await SampleCommunity.In(host);
        (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        if (before is not null) await before();
        await mentor.Post($"{Path}/acceptance", new { shareEmail = true, sharePhone = false }, "*").Is(HttpStatusCode.NoContent);
    }

    /// <summary>All that the mentor can look at.</summary>
    private async Task<string> Seen() =>
        $"{await mentor.Read(Path)} {await mentor.ETagOf(Path)} {(await mentor.Read($"{community.Path}/members/me")).GetProperty("mentor")}";

    private async Task<IReadOnlyList<string?>> Listed() =>
        [.. (await mentor.Items($"{community.Path}/pairings")).Select(p => p.GetProperty("standing").GetString())];
}
