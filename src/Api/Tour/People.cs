using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Tour;

/// <summary>What the people of a tour do, drawn from its seed: they say yes or no or nothing, choose a rhythm, answer or stay silent.</summary>
internal sealed class People(VirtualHost host, CommunityId community, Random random)
{
    private readonly HashSet<PairingId> _askedNewcomer = [], _askedMentor = [];

    /// <summary>Everyone whose answer is awaited decides once: nine in ten say yes, one in twenty no, the rest say nothing.</summary>
    public async Task AnswerOffers()
    {
        var offers = await host.Read(community, async db =>
            await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Approved).OrderBy(p => p.ProposedAt).ThenBy(p => p.Newcomer).ToListAsync());
        foreach (var offer in offers.OrderBy(o => o.Request.Value))
        {
            var by = offer.Awaiting!.Value;
            if (!(by == offer.Mentor ? _askedMentor : _askedNewcomer).Add(offer.Id)) continue;
            var actor = new Actor(community, by, by == offer.Mentor ? Roles.Mentor : Roles.Newcomer);
            var mood = random.Next(20);
            if (mood < 18) await host.Send(new AcceptPairing(actor, offer.Id, null, random.Next(2) == 0 ? ContactShare.Email : ContactShare.Email | ContactShare.Phone));
            else if (mood == 18) await host.Send(new DeclinePairing(actor, offer.Id, null));
        }
    }

    /// <summary>Half of those who are asked weekly choose every day instead, at an hour of their own.</summary>
    public async Task ChooseRhythms()
    {
        var plans = await host.Read(community, async db => await db.Plans.AsNoTracking().Where(p => p.Layer == Layer.Weekly && p.EndedAt == null).ToListAsync());
        foreach (var plan in plans.OrderBy(p => p.Id.Value).Where(_ => random.Next(2) == 0))
            await host.Send(new ChangePlan(new Actor(community, plan.Member, Roles.Newcomer), plan.Id, null, Layer.Daily, "daily", $"{random.Next(8, 21):00}:30", plan.Times.ZoneId));
    }

    /// <summary>Seven in ten answer the note that came, by its link and without a log-in; a few ask for contact.</summary>
    public async Task AnswerNotes(IReadOnlyList<Letter> letters)
    {
        foreach (var token in letters.Select(l => l.CheckIn).OfType<string>())
        {
            if (random.Next(10) >= 7) continue;
            var (actor, checkIn) = host.Get<PublicLinks>().Open(token);
            var asked = await host.Send(new AskedCheckIn(actor, checkIn, ByLink: true));
            if (asked.IsOpen) await host.Send(new AnswerCheckIn(actor, checkIn, [.. asked.Questions.Select(q => Saying.To(q, asked.Layer, random))], ByLink: true));
        }
    }

    /// <summary>Most of those who were introduced meet within some days.</summary>
    public async Task Meet()
    {
        var introduced = await host.Read(community, async db => await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Introduced).ToListAsync());
        foreach (var pairing in introduced.OrderBy(p => p.Id.Value).Where(_ => random.Next(3) == 0))
            await host.Send(new RecordFirstMeeting(new Actor(community, pairing.Newcomer, Roles.Newcomer), pairing.Id, null));
    }
}
