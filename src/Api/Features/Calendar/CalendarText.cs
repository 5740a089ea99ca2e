using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Calendar;

/// <summary>
/// Writes iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets, text is escaped, moments are UTC. Each event is one moment and
/// never a rule: our own schedule decides what a clock change does, not the program that shows it (docs/decisions/0035).
/// </summary>
internal static class CalendarText
{
    private const int LongestLine = 75;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="entries">In any order.</param>
    /// <param name="stamp">When this was last true (DTSTAMP).</param>
    public static string Of(IEnumerable<CalendarEntry> entries, Instant stamp)
    {
        string[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Notes//Notes//EN", "CALSCALE:GREGORIAN", "NAME:Notes", "X-WR-CALNAME:Notes",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
        ];
        var text = new StringBuilder();
        foreach (var line in head.Concat(entries.OrderBy(e => e.At).ThenBy(e => e.Uid, StringComparer.Ordinal).SelectMany(e => Lines(e, stamp))).Append("END:VCALENDAR"))
            AppendFolded(text, line);
        return text.ToString();
    }

    private static string[] Lines(CalendarEntry entry, Instant stamp) =>
    [
        "BEGIN:VEVENT",
        $"UID:{Escaped(entry.Uid)}",
        $"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{Utc.Format(stamp)}",
        $"DTSTART:{Utc.Format(entry.At)}",
        $"DURATION:PT{(int)entry.Length.TotalMinutes}M",
        $"SUMMARY:{Escaped(entry.Title)}",
        "CLASS:PRIVATE",
        $"TRANSP:{(entry.IsBusy ? "OPAQUE" : "TRANSPARENT")}",
        "END:VEVENT",
    ];

    /// <summary>RFC 5545, section 3.3.11.</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A letter of several octets is never cut; a line that goes on begins with a space, which counts.</summary>
    private static void AppendFolded(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
