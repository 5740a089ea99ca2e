using System.Net;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Pairings;

public sealed class TemporaryContactTests(SharedHost host) : IClassFixture<SharedHost>
{
    private SampleCommunity community = null!;
    private Person mentor = null!, newcomer = null!;
    private PairingId pairing;

    [Fact]
    public async Task A_temporary_contact_ends_by_itself_after_its_days_both_are_told_and_the_newcomer_may_ask_again()
    {
        await Introduced(RelationshipKind.TemporaryContact);
        var ends = host.Clock.Now + Duration.FromDays(90);
        Assert.Equal(ends.ToString(), (await newcomer.Read(Path)).GetProperty("endsAt").GetString());

        host.Clock.MoveTo(ends - Duration.FromSeconds(1));
        Assert.False(await IsDue());
        host.Clock.MoveTo(ends);
        Assert.True(await IsDue());
        Assert.Equal(1, await End());
        Assert.Equal(0, await End());

        Assert.Equal("ended", (await newcomer.Read(Path)).GetProperty("standing").GetString());
        foreach (var person in new[] { mentor, newcomer })
            Assert.Single(await person.Items($"{community.Path}/inbox"), n => n.GetProperty("kind").GetString() == "pairing-ended");
        Assert.Equal((0, 0), await Held());
        await newcomer.Post($"{community.Path}/requests", new { pathway = "aa", kind = "temporary-contact" }).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Any_other_kind_goes_on()
    {
        await Introduced(RelationshipKind.Sponsor);
        host.Clock.Advance(Duration.FromDays(400));
        Assert.Equal(0, await End());
        Assert.Equal("introduced", (await newcomer.Read(Path)).GetProperty("standing").GetString());
    }

    private string Path => $"{community.Path}/pairings/{pairing}";

    private async Task Introduced(RelationshipKind kind)
    {
        community = await SampleCommunity.In(host);
        (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        pairing = await community.ApprovedOffer(await community.Request(newcomer, "aa", kind), mentor);
        foreach (var person in new[] { mentor, newcomer })
            await person.Post($"{Path}/acceptance", new { shareEmail = true, sharePhone = false }, "*").Is(HttpStatusCode.NoContent);
    }

    private Task<int> End() => host.Send(new EndPlannedPairings(Actor.System(community.Id), 100));

    private Task<bool> IsDue() => host.Inside(community.Id, async services =>
        (await services.GetRequiredService<DueWork>().Communities(Work.Ends, host.Clock.Now, default)).Contains(community.Id));

    /// <summary>The mentor's places that are held, and the plans of the pairing that go on.</summary>
    private Task<(int Places, int Plans)> Held() => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        return ((await db.Members.SingleAsync(m => m.Id == mentor.Id)).Mentor!.PlacesHeld,
            await db.Plans.CountAsync(p => p.Pairing == pairing && p.EndedAt == null));
    });
}
