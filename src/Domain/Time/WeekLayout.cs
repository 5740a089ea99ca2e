namespace Mentorship.Domain.Time;

/// <summary>Lays the windows of someone's week out in real time, in minutes from the start of one of their weeks.</summary>
internal static class WeekLayout
{
    /// <summary>Sorted and merged.</summary>
    public static List<(int From, int To)> Of(ReadOnlySpan<ushort> edges, WeekSpan[] week)
    {
        List<(int From, int To)> open = [];
        foreach (var span in week)
            for (var at = 0; at < edges.Length; at += 2)
                Add(open, span, edges[at], edges[at + 1]);
        open.Sort();
        return Merged(open);
    }

    /// <summary>A part of a week begins in one of the clock's weeks and may end in the next, and one shown twice may begin in the last.</summary>
    private static void Add(List<(int From, int To)> open, WeekSpan span, int start, int end)
    {
        for (var shift = -LocalWeek.Minutes; shift <= LocalWeek.Minutes; shift += LocalWeek.Minutes)
        {
            var (from, to) = (start + shift - span.Local, end + shift - span.Local);
            if (span.Repeated > 0) (from, to) = RepeatedMinutes.Open(from, to, span.Repeated);
            from = Math.Max(span.From, span.From + from - span.Into);
            to = Math.Min(span.To, span.From + to - span.Into);
            if (from < to) open.Add((from, to));
        }
    }

    private static List<(int From, int To)> Merged(List<(int From, int To)> sorted)
    {
        List<(int From, int To)> merged = new(sorted.Count);
        foreach (var next in sorted)
        {
            if (merged.Count > 0 && next.From <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, next.To));
            else merged.Add(next);
        }
        return merged;
    }
}
