using System.Diagnostics;

namespace Mentorship.Api.Tests.Calendar;

/// <summary>
/// A theory that needs Debian's python3-icalendar; without it a visible skip, or where MENTORSHIP_TEST_REQUIRE_ICALENDAR is 1 a failure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CalendarProgramTheoryAttribute : TheoryAttribute
{
    public CalendarProgramTheoryAttribute() => Skip = CalendarProgram.IsThere || IsRequired ? null : "python3-icalendar is not installed.";

    private static bool IsRequired => Environment.GetEnvironmentVariable("MENTORSHIP_TEST_REQUIRE_ICALENDAR") == "1";
}

/// <summary>What a parser of iCalendar that is not ours, with time zones that are not ours, makes of a calendar.</summary>
internal static class CalendarProgram
{
    private const string Python = "/usr/bin/python3";

    // An event is right when it begins at the wanted time of its date, at the first of two, or at the end of a gap that swallows it.
    private const string Script = """
        import datetime, icalendar, sys, zoneinfo
        zone, at, utc = zoneinfo.ZoneInfo(sys.argv[1]), datetime.time.fromisoformat(sys.argv[2]), datetime.timezone.utc
        for event in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT'):
            start = event.decoded('dtstart').astimezone(utc)
            wanted = datetime.datetime.combine(start.astimezone(zone).date(), at, zone).astimezone(utc)
            exists = wanted.astimezone(zone).time() == at
            gap = start.astimezone(zone).utcoffset() != (start - datetime.timedelta(seconds=1)).astimezone(zone).utcoffset()
            right = start == wanted if exists else gap and start.astimezone(zone).time() > at
            print(event['uid'].split('-')[0], start.astimezone(zone).date(), int(right), int(event.decoded('duration').total_seconds()), event['summary'], sep='|')
        """;

    public static bool IsThere { get; } = File.Exists(Python) && Run(["-c", "import icalendar, zoneinfo; zoneinfo.ZoneInfo('Australia/Lord_Howe')"], "") is not null;

    /// <summary>The events, as dates of a zone; of each whether it begins at the wanted time.</summary>
    public static IReadOnlyList<ReadEvent> Read(string calendar, string zone, string at)
    {
        var lines = Run(["-c", Script, zone, at], calendar) ?? throw new InvalidOperationException("It could not be parsed.");
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))
            .Select(parts => new ReadEvent(parts[0], parts[1], parts[2] == "1", parts[3], parts[4]))];
    }

    private static string? Run(string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}

internal sealed record ReadEvent(string Of, string Date, bool IsRight, string Seconds, string Title);
