using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>
/// Reads windows as people write them: <c>Mon 18:00-21:00; saturday 9.00 – 12h</c>, parted by semicolons, commas or lines.
/// </summary>
internal static partial class AvailabilityText
{
    private const int MostWindows = 100;
    // A bare number is not a time: "Mon 9-5" would be read as twenty hours.
    private const string Time = "[0-9]{1,2}(?:[:.][0-9]{2}|h(?:[0-9]{2})?)";
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
    private static readonly char[] Separators = [';', ',', '\n', '\r'];

    public static bool TryRead(string text, out List<WeeklyWindow> windows, out string problem)
    {
        windows = [];
        problem = "";
        // One part more than may be kept is enough to know that there are too many.
        foreach (var part in Parts(text).Take(MostWindows + 1))
        {
            problem = windows.Count == MostWindows ? $"Please keep to {MostWindows} windows a week at most." : Read(part, windows);
            if (problem.Length > 0)
                return false;
        }

        return true;
    }

    private static IEnumerable<string> Parts(string text) => text.Split(Separators, Trimmed);

    /// <summary>Adds the window, or says what would be right.</summary>
    private static string Read(string part, List<WeeklyWindow> windows)
    {
        var written = Written().Match(part);
        var number = windows.Count + 1;
        if (!written.Success)
            return $"Window {number} should be a day and two times on the 24-hour clock, such as Mon 18:00-21:00.";
        if (!DayNames.TryRead(written.Groups["day"].Value, out var day))
            return $"Window {number} should begin with a day: Mon, Tue, Wed, Thu, Fri, Sat or Sun.";
        if (Clock(written.Groups["from"].Value) is not { } from || from.Midnight || Clock(written.Groups["to"].Value) is not { } to)
            return $"Window {number} should start between 00:00 and 23:59 and end between 00:00 and 24:00.";
        windows.Add(new WeeklyWindow(day, from.Time, to.Time));
        return "";
    }

    /// <summary>The time, and whether it was written as 24:00, which only an end may be.</summary>
    private static (LocalTime Time, bool Midnight)? Clock(string written)
    {
        var parts = written.Split([':', '.', 'h', 'H'], Trimmed);
        var hour = Number(parts[0]);
        var minute = parts.Length > 1 ? Number(parts[1]) : 0;
        return (hour, minute) switch
        {
            (24, 0) => (LocalTime.Midnight, true),
            ( < 24, < 60) => (new LocalTime(hour, minute), false),
            _ => null,
        };
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        $@"\A(?<day>\p{{L}}+)[.:]?\s*(?<from>{Time})\s*(?:[-\u2010-\u2015\u2212]|to)\s*(?<to>{Time})\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
