using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Cells about time. Dates are read in ISO 8601 only: 03/04/2026 is a different day to different people.</summary>
internal static class TimeCells
{
    private static readonly LocalDate Earliest = new(1900, 1, 1);
    private static readonly Instant EarliestAsk = Instant.FromUtc(2000, 1, 1, 0, 0);

    private static readonly Fault NotDate = new("date-invalid",
        "Year-month-day, such as 2026-10-14; other orders are not guessed. In the spreadsheet, format the column as YYYY-MM-DD.");

    private static readonly Fault FutureDate = new("date-in-future", "Today or an earlier date.");
    private static readonly Fault EarlyDate = new("date-too-early", "A date from 1900-01-01 on.");
    private static readonly Fault NotInstant = new("instant-invalid",
        "Date, time and zone as in ISO 8601, such as 2026-10-18T03:00:00Z or 2026-10-18T05:00:00+02:00.");
    private static readonly Fault FutureInstant = new("instant-in-future", "A moment that has passed.");
    private static readonly Fault EarlyInstant = new("instant-too-early", "A moment from the year 2000 on.");
    private static readonly Fault NotZone = new("time-zone-unknown", "An IANA time zone, such as Europe/London or America/New_York.");

    private static readonly Dictionary<string, string> Zones =
        DateTimeZoneProviders.Tzdb.Ids.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    public static Cell<string> Zone(string text) => Zones.TryGetValue(text.Replace(' ', '_'), out var id) ? id : NotZone;

    public static Cell<WeeklyAvailability> Availability(string text) =>
        WeeklyAvailability.TryParse(text, out var value, out var problem) ? value : new Fault("availability-invalid", problem);

    /// <summary>A date that is today or earlier in the zone; in an unknown one, anywhere on earth.</summary>
    public static Func<string, Cell<LocalDate?>> DateUpTo(Instant now, string? zone)
    {
        var today = zone is null ? now.WithOffset(Offset.MaxValue).Date : now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return text => Date(text, today);
    }

    public static Func<string, Cell<Instant?>> InstantUpTo(Instant now) => text =>
        OffsetDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T').ToUpperInvariant()) switch
        {
            { Success: false } => NotInstant,
            { Value: var at } when at.ToInstant() > now => FutureInstant,
            { Value: var at } when at.ToInstant() < EarliestAsk => EarlyInstant,
            { Value: var at } => at.ToInstant(),
        };

    private static Cell<LocalDate?> Date(string text, LocalDate today) => LocalDatePattern.Iso.Parse(text) switch
    {
        { Success: false } => NotDate,
        { Value: var date } when date > today => FutureDate,
        { Value: var date } when date < Earliest => EarlyDate,
        { Value: var date } => date,
    };
}
