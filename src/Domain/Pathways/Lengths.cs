using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>Calendar lengths as people say them.</summary>
public static class Lengths
{
    /// <summary>"1 year and 2 months"; empty for no time at all.</summary>
    public static string InWords(Period length)
    {
        (int Count, string Unit)[] parts = [(length.Years, "year"), (length.Months, "month"), (length.Weeks, "week"), (length.Days, "day")];
        return string.Join(" and ", parts
            .Where(part => part.Count > 0)
            .Select(part => part.Count == 1 ? $"1 {part.Unit}" : $"{part.Count} {part.Unit}s"));
    }
}
