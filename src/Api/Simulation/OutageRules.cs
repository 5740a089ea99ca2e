using Mentorship.Domain.CheckIns;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>An outage of ours is never a miss, and what fell into it is made up for once a plan.</summary>
internal sealed class OutageRules(Town town, Weather weather)
{
    private static readonly Duration TimeToAnswer = Duration.FromHours(2), LookedAt = Duration.FromDays(5);

    public async Task<IReadOnlyList<string>> Broken() => [.. await MissesOfOurs(), .. await MoreThanOneLate()];

    /// <summary>Neither what left when hardly any time remained, nor what could not be answered because we were away.</summary>
    private async Task<IReadOnlyList<string>> MissesOfOurs()
    {
        var since = town.Now - LookedAt;
        var missed = await town.Read(db => db.CheckIns.AsNoTracking()
            .Where(c => c.State == CheckInState.Missed && c.AnswerBy > since)
            .Select(c => new { c.Id, c.SentAt, c.AnswerBy }).ToListAsync());
        return
        [
            .. missed.Where(c => c.SentAt > c.AnswerBy - TimeToAnswer)
                .Select(c => $"check-in {c.Id} left within two hours of its end and is missed"),
            .. missed.Where(c => weather.ServiceAway.Any(o => o.Contains(c.AnswerBy) && o.End - c.AnswerBy > TimeToAnswer))
                .Select(c => $"check-in {c.Id} ended while the service was away and is missed"),
        ];
    }

    /// <summary>Of a plan's check-ins that were due in an outage at most the latest is sent after it; the others are excused as ours, or for a day off.</summary>
    private async Task<IReadOnlyList<string>> MoreThanOneLate()
    {
        var broken = new List<string>();
        foreach (var outage in weather.ServiceAway.Where(o => o.End < town.Now && o.End > town.Now - LookedAt))
        {
            var (from, until) = (outage.Start, outage.End);
            var due = await town.Read(db => db.CheckIns.AsNoTracking()
                .Where(c => c.DueAt >= from && c.DueAt < until)
                .Select(c => new { c.Id, c.Plan, c.DueAt, c.State, c.SentAt, c.ExcusedBecause }).ToListAsync());
            foreach (var late in due.GroupBy(c => c.Plan).SelectMany(p => p.OrderBy(c => c.DueAt).SkipLast(1)))
                if (late.SentAt is not null || late.State is not (CheckInState.Excused or CheckInState.Answered))
                    broken.Add($"check-in {late.Id} was due in an outage before another of its plan and was not excused");
                else if (late.State == CheckInState.Excused && late.ExcusedBecause is not (ExcuseReason.Ours or ExcuseReason.DayOff))
                    broken.Add($"check-in {late.Id} was due in an outage before another of its plan and does not say that it is excused as ours");
        }
        return broken;
    }
}
