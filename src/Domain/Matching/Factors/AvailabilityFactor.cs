namespace Mentorship.Domain.Matching.Factors;

/// <summary>Shared minutes in the least week of the coming year, over four hours, 1 from there on.</summary>
internal static class AvailabilityFactor
{
    private const double EnoughMinutes = 240;

    public static readonly Factor It = new("availability", pair => new(
        ValueOf(pair.WeeklyMinutes),
        $"They share at least {InWords(pair.WeeklyMinutes)} in every week of the coming year."));

    public static double ValueOf(int minutes) => Math.Min(1, minutes / EnoughMinutes);

    private static string InWords(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var hours, 0) => $"{hours} h",
        var (hours, rest) => $"{hours} h {rest} min",
    };
}
