using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What must hold after each day beside <see cref="VirtualTime.Invariants"/>: it looks at what happened since the day before.</summary>
internal sealed class Rules(Town town, Weather weather, TextReplies texts)
{
    private readonly Random _dice = new(1);
    private readonly OutageRules _outages = new(town, weather);
    private readonly AddresseeRules _addressees = new(town);
    private readonly CallRules _calls = new(town, weather);
    private readonly DateRules _dates = new(town);

    private CommunityId Community => town.Coordinator.Community;

    public async Task<IReadOnlyList<string>> Broken()
    {
        town.Forget();
        var sent = await SentLately.Read(town);
        return
        [
            .. await NoMissThatIsNone(),
            .. await _outages.Broken(),
            .. await NothingInQuietHours(sent),
            .. _addressees.Broken(sent),
            .. texts.Broken,
            .. await _calls.Broken(),
            .. await _dates.Broken(sent),
            .. await RungsInOrder(),
            .. await NoRungAfterASignOfLife(),
            .. await NoAnswerBeyondItsAudience(),
        ];
    }

    /// <summary>
    /// A check-in that never left, or waited when its pairing was paused or ended, or whose notice bounced, or whose time passed while its
    /// member had stopped every channel, is not missed.
    /// </summary>
    private async Task<IReadOnlyList<string>> NoMissThatIsNone()
    {
        var since = town.Now - Duration.FromDays(2);
        var missed = await town.Host.Read(Community, async db => await db.CheckIns.AsNoTracking()
            .Where(c => c.State == CheckInState.Missed && c.AnswerBy > since).Select(c => new { c.Id, c.Pairing, c.Member, c.SentAt, c.AnswerBy }).ToListAsync());
        var rests = town.Rests.ToLookup(r => r.Pairing, r => r.At);
        return
        [
            .. missed.Where(c => c.SentAt is null).Select(c => $"check-in {c.Id} never left and is missed"),
            .. missed.Where(c => rests[c.Pairing].Any(at => at >= c.SentAt && at <= c.AnswerBy)).Select(c => $"check-in {c.Id} waited when its pairing was put to rest and is missed"),
            .. missed.Where(c => town.Host.Post.Gone.Contains(town[c.Member].Email) && !town[c.Member].HadTexts).Select(c => $"check-in {c.Id} bounced and is missed"),
            .. missed.Where(c => town[c.Member].OutOfReach.Exists(o => o.From <= c.AnswerBy && !(o.Until <= c.AnswerBy)))
                .Select(c => $"check-in {c.Id} is missed though its member had stopped such notes"),
        ];
    }

    private async Task<IReadOnlyList<string>> NothingInQuietHours(SentLately sent)
    {
        var clocks = await town.Read(db => db.Members.AsNoTracking()
            .Select(m => new { m.Id, m.Quiet, m.Profile.ZoneId }).ToDictionaryAsync(m => m.Id));
        return
        [
            .. sent.Notices.Where(n => !n.Kind.GoesAtOnce() && clocks[n.Recipient] is var to
                    && to.Quiet.Includes(n.SentAt!.Value.InZone(Zones.Get(to.ZoneId)).TimeOfDay))
                .Where(n => !n.AsksForAnswer || sent.CheckInOf(n)?.IsAtChosenTime(n.SentAt!.Value) != true)
                .Select(n => $"notice {n.Id} of kind {n.Kind.Id()} left in quiet hours"),
        ];
    }

    private async Task<IReadOnlyList<string>> RungsInOrder()
    {
        var taken = await Taken();
        return
        [
            .. taken.CountBy(t => (t.Silence, t.Rung)).Where(t => t.Value > 1).Select(t => $"silence {t.Key.Silence} took {t.Key.Rung} {t.Value} times"),
            .. taken.GroupBy(t => t.Silence).Where(s => s.OrderBy(t => t.At).Zip(s.OrderBy(t => t.Rung)).Any(p => p.First.At != p.Second.At))
                .Select(s => $"silence {s.Key} climbed out of order"),
            .. taken.Where(t => t.Rung == RungCode.Mentor && taken.Exists(m => m.Silence == t.Silence && m.Rung == RungCode.MemberFirst
                    && t.At < m.At + Duration.FromHours(LadderTimes.Default.MentorAfterHours)))
                .Select(t => $"silence {t.Silence} told its mentor too early"),
        ];
    }

    /// <summary>An answer ends a silence: no rung is taken after it.</summary>
    private async Task<IReadOnlyList<string>> NoRungAfterASignOfLife()
    {
        var since = town.Now - Duration.FromDays(1);
        return await town.Host.Read<IReadOnlyList<string>>(Community, async db => await (
            from t in db.RungsTaken.AsNoTracking()
            where t.At >= since
            join s in db.Silences on t.Silence equals s.Id
            where db.CheckIns.Any(c => c.Member == s.Member && c.AnsweredAt > s.BeganAt && c.AnsweredAt < t.At)
            select $"silence {s.Id} climbed after an answer").ToListAsync());
    }

    /// <summary>A few pairings are read as their mentors see them, and the answers that coordinators see.</summary>
    private async Task<IReadOnlyList<string>> NoAnswerBeyondItsAudience()
    {
        var pairs = await town.Host.Read(Community, async db => await db.Pairings.AsNoTracking()
            .Where(p => p.State == PairingState.Active).OrderBy(p => p.Id).Select(p => new { p.Id, p.Mentor }).ToListAsync());
        var broken = new List<string>();
        foreach (var pair in pairs.Count == 0 ? [] : _dice.GetItems(pairs.ToArray(), 3))
        {
            var seen = await town.Host.Send(new CheckInsOfPairing(new Actor(Community, pair.Mentor, Domain.Members.Roles.Mentor), pair.Id, Http.Cursor.Parse(null), Http.Cursor.MaxLimit));
            if (seen.Items.Where(c => !c.Yours).SelectMany(c => c.Answers).Any(a => a.Audience == Audience.Me || a.Text == Saying.For(Audience.Me)))
                broken.Add($"pairing {pair.Id} shows its mentor an answer that is not for them");
        }
        var shared = await town.Host.Send(new AnswersForCoordinators(town.Coordinator, null, Http.Cursor.Parse(null), Http.Cursor.MaxLimit));
        if (shared.Items.SelectMany(c => c.Answers).Any(a => a.Audience != Audience.Coordinator)) broken.Add("coordinators see an answer that is not for them");
        return broken;
    }

    private Task<List<RungTaken>> Taken()
    {
        var since = town.Now - Duration.FromDays(1);
        return town.Host.Read(Community, async db => await db.RungsTaken.AsNoTracking()
            .Where(t => db.RungsTaken.Any(r => r.Silence == t.Silence && r.At >= since)).ToListAsync());
    }
}
