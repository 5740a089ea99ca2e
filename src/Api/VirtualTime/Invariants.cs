using Mentorship.Api.Features.Pairings;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.VirtualTime;

/// <summary>What must hold at every moment, whatever people do.</summary>
internal sealed class Invariants(VirtualHost host, CommunityId community)
{
    private static readonly List<PairingState> Holding = [.. Enum.GetValues<PairingState>().Where(s => s.HoldsPlace())];
    private static readonly Duration Lately = Duration.FromDays(4); // an outage of days lets what was sent before it leave after it

    public async Task<IReadOnlyList<string>> Broken() =>
    [
        .. await Capacity(),
        .. await OneSendPerOccurrence(),
        .. await NoContactBeforeBothAccepted(),
        .. await DueAtTheirLocalTime(),
        .. host.Post.Broken,
        .. host.Phones.Broken,
        .. host.Log.Broken,
    ];

    private Task<IReadOnlyList<string>> Capacity() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var held = await db.Pairings.Where(p => Holding.Contains(p.State) || (p.State == PairingState.Declined && p.AnswerBy != null))
            .GroupBy(p => p.Mentor).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var mentors = await db.Members.Where(m => m.Mentor != null)
            .Select(m => new { m.Id, m.Mentor!.Offer.Capacity, m.Mentor.PlacesHeld }).ToListAsync();
        return [.. mentors.Where(m => held.GetValueOrDefault(m.Id) is var count && (count > m.Capacity || count != m.PlacesHeld))
            .Select(m => $"mentor {m.Id} holds {held.GetValueOrDefault(m.Id)} of {m.Capacity} places and counts {m.PlacesHeld}")];
    });

    /// <summary>By what the mail server took, not by what is recorded of it. What is repeated on purpose is another kind of note.</summary>
    private Task<IReadOnlyList<string>> OneSendPerOccurrence() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var since = host.Clock.Now - Lately;
        var notes = await db.Notices.Where(n => n.Kind == NoticeKind.CheckInDue && n.CreatedAt > since)
            .Select(n => new { n.Id, n.Subject }).ToListAsync();
        return
        [
            .. from note in notes
            group host.Post.Taken(note.Id.ToString()) by note.Subject into times
            where times.Sum() > 1
            select $"check-in {times.Key} was mailed {times.Sum()} times",
        ];
    });

    /// <summary>Read as each of the two who may see it: the mentor from approval on, the newcomer from the mentor's yes.</summary>
    private async Task<IReadOnlyList<string>> NoContactBeforeBothAccepted()
    {
        var since = host.Clock.Now - Lately;
        var offers = await host.Read(community, async db => await db.Pairings.AsNoTracking()
            .Where(p => p.ApprovedAt != null && p.IntroducedAt == null && (p.ClosedAt == null || p.ClosedAt > since)).ToListAsync());
        var broken = new List<string>();
        foreach (var offer in offers)
        {
            if (await ShowsContact(offer, offer.Mentor, Roles.Mentor))
                broken.Add($"pairing {offer.Id} shows its mentor contact details before both said yes");
            if (await ShowsContact(offer, offer.Newcomer, Roles.Newcomer))
                broken.Add($"pairing {offer.Id} shows its newcomer contact details before both said yes");
        }
        return broken;
    }

    private async Task<bool> ShowsContact(Pairing offer, MemberId reader, Roles role) => offer.IsVisibleTo(reader)
        && (await host.Send(new ReadPairing(new Actor(community, reader, role), offer.Id))).View.OtherContact is not null;

    private Task<IReadOnlyList<string>> DueAtTheirLocalTime() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var soon = host.Clock.Now + Duration.FromDays(2); // on the day before it is due at the latest
        var plans = await db.Plans.AsNoTracking().Where(p => p.NextDueAt < soon).ToListAsync();
        return [.. plans.Where(p => p.NextDueAt != At(p.Times, p.NextDate)).Select(p => $"plan {p.Id} is due at a wrong local time")];
    });

    /// <summary>The hour that its member chose, or where the clocks leave that out, the end of the gap.</summary>
    private static Instant At(PlanTimes times, LocalDate date) =>
        new LocalSchedule(times.Rhythm, times.At, Zones.Get(times.ZoneId)).InstantOn(date);
}
