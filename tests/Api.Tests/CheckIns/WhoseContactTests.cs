using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Who is told when one of two peers calls for contact, and when a mentor does, who has nobody to tell.</summary>
public sealed class WhoseContactTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("call-me", "someone-asks-for-contact"), InlineData("say-hi", "hello-wished-for")]
    public async Task Of_two_peers_each_is_the_others_contact(string choice, string told)
    {
        var pair = await Pair(RelationshipKind.AccountabilityPartner);
        foreach (var (caller, other) in new[] { (pair.Mentor, pair.Newcomer), (pair.Newcomer, pair.Mentor) })
        {
            Assert.Equal(0, await Told(pair, other, told));
            await Answer(pair, caller, choice, HttpStatusCode.OK);
            Assert.Equal(1, await Told(pair, other, told));
        }
    }

    [Fact]
    public async Task A_mentor_who_needs_to_talk_is_told_that_the_coordinators_hear_of_it_and_is_offered_no_hello()
    {
        var pair = await Pair(RelationshipKind.Sponsor);
        var link = _host.Mail.LinkTo(pair.Mentor.Email);
        var page = await _host.CreateClient().GetStringAsync(link);
        Assert.Contains("told to the coordinators at once", page);
        Assert.DoesNotContain("A hello would be nice", page);
        await Answer(pair, pair.Mentor, "say-hi", HttpStatusCode.BadRequest);

        var thanks = await _host.CreateClient().PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["q.contact"] = "call-me" }));

        var said = await thanks.Content.ReadAsStringAsync();
        Assert.Contains("The coordinators are being told", said);
        Assert.DoesNotContain("our contact", said);
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal(0, await Told(pair, pair.Newcomer, "someone-asks-for-contact"));
    }

    public void Dispose() => _host.Dispose();

    /// <summary>Both have been asked.</summary>
    private async Task<IntroducedPair> Pair(RelationshipKind kind)
    {
        var community = await SampleCommunity.In(_host);
        var (one, other) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(other, kind: kind), one);
        foreach (var (person, role) in new[] { (one, Roles.Mentor), (other, Roles.Newcomer) })
            await _host.Send(new AcceptPairing(new(community.Id, person.Id, role), pairing, null, ContactShare.Email));
        var pair = new IntroducedPair(_host, community, one, other, pairing);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        Assert.Equal(HttpStatusCode.Created, (await one.Http.PostAsJsonAsync($"{pair.Path}/plans", plan)).StatusCode);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        return pair;
    }

    private async Task Answer(IntroducedPair pair, Person person, string choice, HttpStatusCode status)
    {
        var asked = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().CheckIns.SingleAsync(c => c.Member == person.Id && c.Layer == Layer.Weekly));
        var answer = await person.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{asked.Id}/answers", new { answers = new[] { new { question = "contact", choice } } });
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<int> Told(IntroducedPair pair, Person person, string kind) =>
        (await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")).Count(n => n.GetProperty("kind").GetString() == kind);
}
