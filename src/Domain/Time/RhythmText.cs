using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Time;

/// <summary>Reads the text form of a rhythm; null when it is none.</summary>
internal static class RhythmText
{
    public static Rhythm? Read(string? text) => text?.Split(':') switch
    {
        ["daily"] => new Rhythm.Daily(),
        ["weekdays", var days] => Weekdays(days.Split(',')),
        ["weekly", var name] when DayNames.TryRead(name, out var day) => new Rhythm.Weekly(day),
        ["every", var days, var anchor] => EveryNDays(days, LocalDatePattern.Iso.Parse(anchor)),
        ["monthly", var day] when Number(day) is >= 1 and <= 31 and var number => new Rhythm.Monthly(number),
        _ => null,
    };

    private static Rhythm.Weekdays? Weekdays(string[] names)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var name in names)
        {
            if (!DayNames.TryRead(name, out var day))
                return null;
            days.Add(day);
        }

        return new Rhythm.Weekdays(days);
    }

    // Within these years no zone can push an occurrence off the end of the time line.
    private static Rhythm.EveryNDays? EveryNDays(string days, ParseResult<LocalDate> anchor) =>
        anchor is { Success: true, Value.Year: >= 1900 and <= 2200 } && Number(days) is >= 1 and <= 366 and var number ? new Rhythm.EveryNDays(number, anchor.Value) : null;

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
