using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.Calendar;

/// <summary>A strict reader of iCalendar: every line is ended by CRLF and of at most 75 octets, every event is whole, nothing is unknown.</summary>
internal sealed record CalendarReader(IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    private static readonly string[] OfEvent = ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "CLASS", "TRANSP"];
    private static readonly string[] OfCalendar = ["VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"];

    public static CalendarReader Read(string text)
    {
        Assert.EndsWith("\r\n", text);
        var physical = text[..^2].Split("\r\n");
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.DoesNotContain(physical, line => line.Contains('\n') || line.Contains('\r'));
        var lines = string.Join("\r\n", physical).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in lines[1..^1])
        {
            if (line == "BEGIN:VEVENT") current = [];
            else if (line == "END:VEVENT") (_, current) = (Whole(events, current!), null);
            else Add(line, current);
        }
        Assert.Null(current);
        Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
        return new(events);
    }

    public IReadOnlyList<Instant> Starts => [.. Events.Select(e => InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(e["DTSTART"]).Value)];

    public static string Unescaped(string text) => text
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);

    private static bool Whole(List<IReadOnlyDictionary<string, string>> events, Dictionary<string, string> read)
    {
        Assert.Equal(OfEvent.Order(), read.Keys.Order());
        events.Add(read);
        return true;
    }

    private static void Add(string line, Dictionary<string, string>? current)
    {
        var name = line[..line.IndexOfAny([':', ';'])];
        Assert.Contains(name, current is null ? OfCalendar : OfEvent);
        current?.Add(name, line[(line.IndexOf(':') + 1)..]);
    }
}
