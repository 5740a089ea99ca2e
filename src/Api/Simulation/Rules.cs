using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What must hold after each day beside <see cref="VirtualTime.Invariants"/>: it looks at what happened since the day before.</summary>
internal sealed class Rules(Town town, Weather weather, TextReplies texts)
{
    private readonly OutageRules _outages = new(town, weather);
    private readonly AddresseeRules _addressees = new(town);
    private readonly CallRules _calls = new(town, weather);
    private readonly DateRules _dates = new(town);
    private readonly QuietRules _quiet = new(town);
    private readonly AudienceRules _audiences = new(town);

    private CommunityId Community => town.Coordinator.Community;

    public async Task<IReadOnlyList<string>> Broken()
    {
        town.Forget();
        var sent = await SentLately.Read(town);
        return
        [
            .. await NoMissThatIsNone(),
            .. await _outages.Broken(),
            .. await _quiet.Broken(sent),
            .. _addressees.Broken(sent),
            .. texts.Broken,
            .. await _calls.Broken(),
            .. await _dates.Broken(sent),
            .. await RungsInOrder(),
            .. await NoRungAfterASignOfLife(),
            .. await _audiences.Broken(),
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

    private Task<List<RungTaken>> Taken()
    {
        var since = town.Now - Duration.FromDays(1);
        return town.Host.Read(Community, async db => await db.RungsTaken.AsNoTracking()
            .Where(t => db.RungsTaken.Any(r => r.Silence == t.Silence && r.At >= since)).ToListAsync());
    }
}
