using Mentorship.Api.Features.Pairings;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.VirtualTime;

/// <summary>What must hold at every moment, whatever people do.</summary>
internal sealed class Invariants(VirtualHost host, CommunityId community)
{
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
        var all = await db.Pairings.AsNoTracking().Select(p => new { p.Mentor, p.State }).ToListAsync();
        var held = all.Where(p => p.State.HoldsPlace()).CountBy(p => p.Mentor).ToDictionary();
        var mentors = (await db.Members.AsNoTracking().ToListAsync()).Where(m => m.Mentor is not null);
        return [.. mentors.Where(m => held.GetValueOrDefault(m.Id) is var count && (count > m.Mentor!.Offer.Capacity || count != m.Mentor.PlacesHeld))
            .Select(m => $"mentor {m.Id} holds {held.GetValueOrDefault(m.Id)} of {m.Mentor!.Offer.Capacity} places and counts {m.Mentor.PlacesHeld}")];
    });

    private Task<IReadOnlyList<string>> OneSendPerOccurrence() => host.Read<IReadOnlyList<string>>(community, async db =>
    {
        var checkIns = await db.CheckIns.AsNoTracking().Select(c => new { c.Id, c.Plan, c.ScheduledDate }).ToListAsync();
        var notices = await db.Notices.AsNoTracking().Where(n => n.Kind == Domain.Notices.NoticeKind.CheckInDue).Select(n => new { n.Subject, n.Channel }).ToListAsync();
        return
        [
            .. checkIns.CountBy(c => (c.Plan, c.ScheduledDate)).Where(c => c.Value > 1).Select(c => $"plan {c.Key.Plan} has {c.Value} occurrences on {c.Key.ScheduledDate}"),
            .. notices.CountBy(n => n).Where(n => n.Value > 1).Select(n => $"check-in {n.Key.Subject} has {n.Value} notices by one channel"),
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
        var plans = await db.Plans.AsNoTracking().Where(p => p.NextDueAt != null).ToListAsync();
        return [.. plans.Where(p => p.NextDueAt!.Value.InZone(NodaTime.DateTimeZoneProviders.Tzdb[p.Times.ZoneId]) is var local && (local.Date != p.NextDate || local.TimeOfDay != p.Times.At))
            .Select(p => $"plan {p.Id} is due at a wrong local time")];
    });
}
