namespace Mentorship.Domain.Time;

/// <summary>
/// Who is there while a clock shows some minutes twice: a window that starts among them starts at their first showing, one that ends among
/// them ends at the second. Counted from the first showing of the first of them.
/// </summary>
internal static class RepeatedMinutes
{
    /// <summary>Minutes from <paramref name="from"/> to <paramref name="to"/> in which one of the windows is open.</summary>
    public static int Shared(ReadOnlySpan<ushort> edges, int local, int repeated, int from, int to)
    {
        var (shared, reached) = (0, from);
        for (var week = -LocalWeek.Minutes; week <= LocalWeek.Minutes; week += LocalWeek.Minutes)
            for (var at = 0; at < edges.Length; at += 2)
            {
                var (start, end) = Open(edges[at] + week - local, edges[at + 1] + week - local, repeated);
                (start, end) = (Math.Max(start, reached), Math.Min(end, to));
                if (end <= start) continue;
                (shared, reached) = (shared + end - start, end);
            }
        return shared;
    }

    /// <summary>From when to when a window is open that the clock shows from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public static (int Start, int End) Open(int start, int end, int repeated) => start >= repeated || end < 0
        ? (0, 0) : (Math.Max(0, start), Math.Min(2 * repeated, end + repeated));
}
