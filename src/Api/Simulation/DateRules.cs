using Mentorship.Api.Features.Progress;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>Nothing leaves before its time, a late answer counts and says that it is late, and no first day is moved by "I used".</summary>
internal sealed class DateRules(Town town)
{
    private static readonly LadderTimes Ladder = LadderTimes.Default;

    public async Task<IReadOnlyList<string>> Broken(SentLately sent) =>
    [
        .. sent.Notices.Where(n => n.SentAt < EarliestOf(n, sent)).Select(n => $"notice {n.Id} of kind {n.Kind.Id()} left before its time"),
        .. await LateAnswers(),
        .. await FirstDays(),
    ];

    private static Instant? EarliestOf(Notice notice, SentLately sent) => (notice.Kind, sent.CheckInOf(notice)) switch
    {
        (NoticeKind.CheckInDue, { } asked) => asked.DueAt,
        (NoticeKind.CheckInRepeated, { } asked) => asked.SentAt + (asked.Layer == Layer.Daily ? CheckIn.SoonestRepeat : Duration.FromHours(Ladder.RepeatAfterHours)),
        (NoticeKind.CheckInOtherWay, { } asked) => asked.SentAt + Duration.FromHours(Ladder.OtherWayAfterHours),
        _ => notice.CreatedAt,
    };

    private async Task<IReadOnlyList<string>> LateAnswers()
    {
        var since = town.Yesterday;
        var answered = await town.Read(db => db.CheckIns.AsNoTracking().Where(c => c.AnsweredAt >= since)
            .Select(c => new { c.Id, c.State, c.AnswerBy, c.AnsweredAt, c.AnsweredLate }).ToListAsync());
        return
        [
            .. answered.Where(c => c.State != CheckInState.Answered).Select(c => $"the answer to check-in {c.Id} does not count"),
            .. answered.Where(c => c.AnsweredLate != c.AnsweredAt > c.AnswerBy)
                .Select(c => $"check-in {c.Id} does not say rightly whether its answer was late"),
        ];
    }

    private async Task<IReadOnlyList<string>> FirstDays()
    {
        var broken = new List<string>();
        foreach (var person in town.SaidUsed.Select(s => s.Person).Where(p => p.Since is not null).Distinct())
        {
            var kept = (await town.Host.Send(new ReadProgress(person.Me))).Items.Select(p => p.Time?.Since);
            if (!kept.SequenceEqual([person.Since])) broken.Add($"a first day of member {person.Me.Member} is another after \"I used\"");
        }
        return broken;
    }
}
