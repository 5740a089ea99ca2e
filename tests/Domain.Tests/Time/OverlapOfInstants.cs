namespace Mentorship.Domain.Tests.Time;

/// <summary>The slow overlap, week by week on instants: an oracle for <see cref="Mentorship.Domain.Time.Overlap"/>.</summary>
internal static class OverlapOfInstants
{
    /// <summary>
    /// Whole minutes shared in the least of the 53 weeks of the newcomer's calendar; 0 when any week has none.
    /// Both years start from the same instant (a day apart at most), or ArgumentException is thrown.
    /// </summary>
    public static int LeastWeekMinutes(YearOfAvailability newcomer, YearOfAvailability mentor)
    {
        if (!mentor.CoversWeeksOf(newcomer))
            throw new ArgumentException("Both years must start from the same instant.", nameof(mentor));

        var (least, atNewcomer, atMentor) = (long.MaxValue, 0, 0);
        for (var week = 0; week < YearOfAvailability.WeekCount && least > 0; week++)
        {
            var clip = new Stretch(newcomer.Mondays[week], newcomer.Mondays[week + 1]);
            least = Math.Min(least, SharedSeconds(newcomer.Stretches, mentor.Stretches, clip, ref atNewcomer, ref atMentor));
        }

        return (int)(least / 60);
    }

    /// <summary>Walks both from where the week before ended; a stretch that reaches past this week is left for the next.</summary>
    private static long SharedSeconds(ReadOnlySpan<Stretch> a, ReadOnlySpan<Stretch> b, Stretch week, ref int i, ref int j)
    {
        var shared = 0L;
        while (i < a.Length && j < b.Length)
        {
            var start = Math.Max(Math.Max(a[i].From, b[j].From), week.From);
            var end = Math.Min(a[i].To, b[j].To);
            shared += Math.Max(0, Math.Min(end, week.To) - start);
            if (end >= week.To)
                break;
            if (a[i].To < b[j].To)
                i++;
            else
                j++;
        }

        return shared;
    }
}
