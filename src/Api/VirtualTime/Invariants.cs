using Mentorship.Api.Features.Pairings;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.VirtualTime;

/// <summary>What must hold at every moment, whatever people do.</summary>
internal sealed class Invariants(VirtualHost host, CommunityId community)
{
    private static readonly List<PairingState> Holding = [.. Enum.GetValues<PairingState>().Where(s => s.HoldsPlace())];
    private static readonly Duration Lately = Duration.FromDays(4); // an outage makes occurrences of days at once

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
        var held = await db.Pairings.Where(p => Holding.Contains(p.State)).GroupBy(p => p.Mentor)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var mentors = await db.Members.Where(m => m.Mentor != null)
            .Select(m => new { m.Id, m.Mentor!.Offer.Capacity, m.Mentor.PlacesHeld }).ToListAsync();
        return [.. mentors.Where(m => held.GetValueOrDefault(m.Id) is var count && (count > m.Capacity || count != m.PlacesHeld))
            .Select(m => $"mentor {m.Id} holds {held.GetValueOrDefault(m.Id)} of {m.Capacity} places and counts {m.PlacesHeld}")];
    });

    private Task<IReadOnlyList<string>> OneSendPerOccurrence() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var since = host.Clock.Now - Lately;
        var occurrences = await db.CheckIns.Where(c => c.DueAt > since).GroupBy(c => new { c.Plan, c.ScheduledDate })
            .Where(g => g.Count() > 1).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        var notices = await db.Notices.Where(n => n.Kind == Domain.Notices.NoticeKind.CheckInDue && n.CreatedAt > since)
            .GroupBy(n => new { n.Subject, n.Channel }).Where(g => g.Count() > 1).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return
        [
            .. occurrences.Select(c => $"plan {c.Key.Plan} has {c.Count} occurrences on {c.Key.ScheduledDate}"),
            .. notices.Select(n => $"check-in {n.Key.Subject} has {n.Count} notices by one channel"),
        ];
    });

    private async Task<IReadOnlyList<string>> NoContactBeforeBothAccepted()
    {
        var waiting = await host.Read(community, async db => await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Approved).ToListAsync());
        var broken = new List<string>();
        foreach (var pairing in waiting)
        {
            var view = await host.Send(new ReadPairing(new Actor(community, pairing.Mentor, Roles.Mentor), pairing.Id));
            if (view.View.OtherContact is not null) broken.Add($"pairing {pairing.Id} shows contact details before both said yes");
        }
        return broken;
    }

    private Task<IReadOnlyList<string>> DueAtTheirLocalTime() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var soon = host.Clock.Now + Duration.FromDays(2); // on the day before it is due at the latest
        var plans = await db.Plans.AsNoTracking().Where(p => p.NextDueAt < soon).ToListAsync();
        return [.. plans.Where(p => p.NextDueAt!.Value.InZone(DateTimeZoneProviders.Tzdb[p.Times.ZoneId]) is var local
                && (local.Date != p.NextDate || local.TimeOfDay != p.Times.At))
            .Select(p => $"plan {p.Id} is due at a wrong local time")];
    });
}
