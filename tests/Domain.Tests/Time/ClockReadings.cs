using NodaTime;

namespace Mentorship.Domain.Tests.Time;

/// <summary>
/// The slow truth about a zone: what its clock shows at each minute, one after the other, from the offset of that minute alone.
/// Local minutes are counted from Monday 1970-01-05 00:00 on the wall.
/// </summary>
internal sealed class ClockReadings
{
    public const int Week = 7 * 24 * 60;

    private const int MinutesToFirstMonday = 4 * 24 * 60;
    private readonly long firstMinute;

    public ClockReadings(DateTimeZone zone, Instant from, int days)
    {
        firstMinute = from.ToUnixTimeSeconds() / 60;
        Shown = [.. Enumerable.Range(0, days * 24 * 60).Select(at => LocalMinute(zone, InstantAt(at)))];
        GreatestSoFar = [.. Shown];
        LeastFromHere = [.. Shown];
        for (var at = 1; at < Shown.Length; at++)
            GreatestSoFar[at] = Math.Max(GreatestSoFar[at], GreatestSoFar[at - 1]);
        for (var at = Shown.Length - 2; at >= 0; at--)
            LeastFromHere[at] = Math.Min(LeastFromHere[at], LeastFromHere[at + 1]);
    }

    public int[] Shown { get; }

    public int[] GreatestSoFar { get; }

    public int[] LeastFromHere { get; }

    public Instant InstantAt(int index) => Instant.FromUnixTimeSeconds((firstMinute + index) * 60);

    public LocalDate DateAt(int index) => new LocalDate(1970, 1, 5).PlusDays(Shown[index] / 1440);

    public static int LocalMinute(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 5), date) * 1440;

    private static int LocalMinute(DateTimeZone zone, Instant instant) =>
        (int)((instant.ToUnixTimeSeconds() + zone.GetUtcOffset(instant).Seconds) / 60) - MinutesToFirstMonday;
}
