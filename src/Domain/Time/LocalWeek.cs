namespace Mentorship.Domain.Time;

/// <summary>
/// The minutes of a week on a wall clock: 0 is Monday 00:00, 10,080 the end. A week's windows are kept as edges, a start and an end by
/// turns, sorted and merged; a window over the end of the week is cut there and goes on from 0.
/// </summary>
internal static class LocalWeek
{
    public const int Minutes = 7 * 24 * 60;

    public static ushort[] EdgesOf(WeeklyAvailability availability)
    {
        List<(int From, int To)> parts = [];
        foreach (var window in availability.Windows) Cut(window, parts);
        parts.Sort();
        List<ushort> edges = new(2 * parts.Count);
        foreach (var (from, to) in parts)
        {
            if (edges.Count == 0 || from > edges[^1]) edges.AddRange([(ushort)from, (ushort)to]);
            else edges[^1] = (ushort)Math.Max(edges[^1], to);
        }
        return [.. edges];
    }

    /// <summary>A minute counted from any Monday, back within its week.</summary>
    public static int Within(int minute) => (minute % Minutes + Minutes) % Minutes;

    private static void Cut(WeeklyWindow window, List<(int From, int To)> parts)
    {
        var midnight = ((int)window.Day - 1) * 24 * 60;
        var from = midnight + 60 * window.From.Hour + window.From.Minute;
        var to = midnight + 60 * window.To.Hour + window.To.Minute + (window.EndsNextDay ? 24 * 60 : 0);
        parts.Add((from, Math.Min(to, Minutes)));
        if (to > Minutes) parts.Add((0, to - Minutes));
    }
}
