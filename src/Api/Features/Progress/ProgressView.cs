using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using NodaTime;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Api.Features.Progress;

/// <param name="Id">What you keep on one pathway.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Time">Your time; null while you keep none.</param>
/// <param name="Work">The numbers of its work; null where it has none.</param>
public sealed record ProgressView(Guid Id, int Version, string Pathway, TimeView? Time, WorkView? Work)
{

    public override string ToString() => nameof(ProgressView);
}

/// <param name="InWords">As people say it: "1 year and 2 months clean".</param>
/// <param name="Since">The first day.</param>
/// <param name="Definition">What you count, where your pathway leaves that to you.</param>
/// <param name="Days">Whole days since then.</param>
/// <param name="DaysThisYear">Days of this calendar year, earlier times with them.</param>
/// <param name="DaysInAll">All days, earlier times with them.</param>
/// <param name="Earlier">The times before, the oldest first.</param>
/// <param name="Reached">The milestones of the present time, the first one first.</param>
/// <param name="Next">The milestone after those; null where there is none.</param>
/// <param name="Audience">me, or mentor: whether your mentor may see it.</param>
public sealed record TimeView(
    string InWords, LocalDate Since, string? Definition, int Days, int DaysThisYear, int DaysInAll,
    IReadOnlyList<EarlierTime> Earlier, IReadOnlyList<ReachedMilestone> Reached, NextMilestone? Next, Audience Audience)
{
    internal static TimeView Of(Pathway pathway, TimeRecord time, LocalDate today) => new(
        Words(pathway, time.Since, today), time.Since, time.Definition, time.DaysAt(today), time.DaysThisYear(today), time.DaysInAll(today),
        time.Earlier, [.. Milestones.Reached(pathway, time.Since, today).Select(m => new ReachedMilestone(m.Name, m.On, m.Colour))],
        Milestones.Next(pathway, time.Since, today) is { } next ? new(next.Name, next.Colour) : null, time.Shown.To);

    internal static string Words(Pathway pathway, LocalDate since, LocalDate today) =>
        Lengths.InWords(Period.Between(since, LocalDate.Max(since, today), PeriodUnits.YearMonthDay)) is { Length: > 0 } length
            ? $"{length} {pathway.Clock?.Phrase}"
            : "The first day";

    public override string ToString() => nameof(TimeView);
}

/// <param name="Name">As people say it: "90 days clean".</param>
/// <param name="On">The date on which it was reached.</param>
/// <param name="Colour">Null where the pathway has none.</param>
public sealed record ReachedMilestone(string Name, LocalDate On, string? Colour);

/// <summary>The next milestone by its name. How long it takes is not said, so that nothing counts down.</summary>
public sealed record NextMilestone(string Name, string? Colour);

/// <param name="Pathway">Catalogue id of a pathway that you follow and on which time is counted.</param>
/// <param name="CountedIn">Its word for what is counted.</param>
/// <param name="IsPersonal">Whether you say what you count.</param>
public sealed record OfferedClock(string Pathway, string CountedIn, bool IsPersonal);
