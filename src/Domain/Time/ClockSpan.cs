namespace Mentorship.Domain.Time;

/// <summary>
/// A stretch of real time in which a zone's clock runs evenly, or, where <paramref name="Repeated"/> is not 0, shows a stretch of so many
/// minutes twice: from the first showing of its first minute to the second showing of its last.
/// </summary>
/// <param name="From">In minutes of the Unix epoch.</param>
/// <param name="To">In minutes of the Unix epoch; not in it.</param>
/// <param name="Local">The minute of the week that the clock shows at <paramref name="From"/>.</param>
/// <param name="Repeated">Minutes that are shown twice, 0 on an even stretch.</param>
internal readonly record struct ClockSpan(int From, int To, int Local, int Repeated)
{
    /// <summary>The part of it in a stretch, seen from that stretch's start.</summary>
    public WeekSpan In(int from, int to)
    {
        var (first, last) = (Math.Max(From, from), Math.Min(To, to));
        return Repeated == 0
            ? new(first - from, last - from, LocalWeek.Within(Local + first - From), 0, 0)
            : new(first - from, last - from, Local, Repeated, first - From);
    }
}

/// <summary>A part of one week, from its Monday on, as some zone's clock goes through it.</summary>
/// <param name="From">Minutes after the week's start.</param>
/// <param name="To">Minutes after the week's start; not in it.</param>
/// <param name="Local">What the clock shows at <paramref name="From"/>, or where a stretch that it shows twice begins.</param>
/// <param name="Repeated">As in <see cref="ClockSpan"/>.</param>
/// <param name="Into">How far into a stretch that is shown twice this part begins.</param>
internal readonly record struct WeekSpan(int From, int To, int Local, int Repeated, int Into);
