using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Domain.Progress;

/// <summary>
/// A member's own time on one pathway as it is kept, sealed as one: since when, what is counted where that is personal, the times before,
/// of which milestones the member was told, and who else may see it. Only its member changes it, and nothing changes it by itself.
/// </summary>
/// <param name="Since">First day of the present time, in the member's zone.</param>
/// <param name="Definition">What the member counts, where the pathway leaves that to each; else null.</param>
/// <param name="Earlier">Times that were, the oldest first; they do not overlap.</param>
/// <param name="Salt">Secret of this record, so that nobody without it can tell a milestone or a date from a mark.</param>
/// <param name="Told">Marks of the milestones that the member was told of.</param>
/// <param name="Shown">Who may see the present time. In here, because in clear it would tell a new first day by its going back to its member alone.</param>
public sealed record TimeRecord(
    LocalDate Since, string? Definition, IReadOnlyList<EarlierTime> Earlier, Guid Salt, IReadOnlyList<Guid> Told, Shown Shown)
{
    public static TimeRecord Begin(LocalDate since, string? definition) => new(since, definition, [], Guid.NewGuid(), [], Shown.ToMeAlone);

    public TimeRecord Show(Audience to, Instant now) => this with { Shown = Shown.From(to, now) };

    /// <summary>The date was wrong, so it leaves no time behind. 409 <c>dates-out-of-order</c> inside an earlier time.</summary>
    public TimeRecord Correct(LocalDate since, string? definition) =>
        Earlier is [.., var last] && since < last.Until ? throw OutOfOrder() : this with { Since = since, Definition = definition };

    /// <summary>
    /// A new first day, for its member alone until it is shown anew; the time before stays, up to <paramref name="lastedUntil"/>, or up to the
    /// new first day. 409 <c>dates-out-of-order</c> unless the two come after the present first day, in that order.
    /// </summary>
    public TimeRecord BeginAnew(LocalDate since, LocalDate? lastedUntil, string? definition)
    {
        var until = lastedUntil ?? since;
        if (since <= Since || until < Since || until > since) throw OutOfOrder();
        var time = new EarlierTime(Since, until);
        return this with
        {
            Since = since,
            Definition = definition,
            Earlier = time.Days > 0 ? [.. Earlier, time] : Earlier,
            Shown = Shown.ToMeAlone,
        };
    }

    /// <summary>Whole days since the first one; none where it has not come yet, for who has moved west on it.</summary>
    public int DaysAt(LocalDate today) => Math.Max(0, Period.DaysBetween(Since, today));

    /// <summary>Days of this calendar year, those of earlier times with them: a new first day takes none of them away.</summary>
    public int DaysThisYear(LocalDate today) => All(today).Sum(time => time.DaysWithin(new LocalDate(today.Year, 1, 1), today));

    public int DaysInAll(LocalDate today) => All(today).Sum(time => time.Days);

    /// <summary>What stands for one milestone of the present first day: the same each time, another after the day has changed.</summary>
    public Guid MarkOf(Milestone milestone)
    {
        var text = $"{LocalDatePattern.Iso.Format(Since)} {PeriodPattern.Roundtrip.Format(milestone.After)}";
        return new Guid(HMACSHA256.HashData(Salt.ToByteArray(), Encoding.ASCII.GetBytes(text)).AsSpan(0, 16));
    }

    internal TimeRecord Tell(Guid mark) => this with { Told = [.. Told, mark] };

    private IEnumerable<EarlierTime> All(LocalDate today) => Earlier.Append(new EarlierTime(Since, LocalDate.Max(Since, today)));

    private static RuleBroken OutOfOrder() =>
        new("dates-out-of-order", "These dates do not follow each other. A time that you keep as earlier ends before the new one begins.");
}
