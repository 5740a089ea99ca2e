using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>One occurrence of a plan and what leads from it to the next: the rhythm that holds then, and the changes that lie ahead.</summary>
internal sealed record Course(Layer Layer, PlanTimes Times, Taper Taper, LocalDate Date, Instant Due)
{
    /// <summary>The first occurrence that is due after <paramref name="now"/> and on a date after <paramref name="last"/>.</summary>
    public static Course From(Layer layer, PlanTimes times, Taper taper, Instant now, LocalDate? last)
    {
        if (taper.Steps is [var step, ..] && step.From <= times.Today(now))
            return From(step.Layer, times with { Rhythm = step.Rhythm }, taper.AfterFirst, now, last);
        var (date, due) = times.Schedule.NextAfter(now);
        return new Course(layer, times, taper, date, due).OnOrAfter(last is { } taken && date <= taken ? taken.PlusDays(1) : date);
    }

    /// <summary>The same date, told by the rules that its zone has now; the next one where they leave it out.</summary>
    public Course Again() => OnOrAfter(Date);

    public Course Next() => OnOrAfter(Date.PlusDays(1));

    private Course OnOrAfter(LocalDate earliest)
    {
        var date = Times.Schedule.FirstDateOnOrAfter(earliest);
        if (Taper.Steps is [var step, ..] && date >= step.From)
            return (this with { Layer = step.Layer, Times = Times with { Rhythm = step.Rhythm }, Taper = Taper.AfterFirst })
                .OnOrAfter(LocalDate.Max(earliest, step.From));
        return this with { Date = date, Due = Times.Schedule.InstantOn(date) };
    }
}
