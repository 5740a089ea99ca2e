using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Tests.Time;

/// <summary>Short ways to write zones, instants, dates and times in these tests.</summary>
internal static class Clock
{
    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static Instant Utc(string text) => InstantPattern.General.Parse(text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalTime TimeOfDay(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
