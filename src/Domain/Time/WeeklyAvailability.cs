namespace Mentorship.Domain.Time;

/// <summary>
/// The windows of each week in which someone can be reached, on their own wall clock, to the minute, 100 at most;
/// equal when the canonical text is equal (by day, start and end; overlapping windows stay as entered).
/// </summary>
public sealed record WeeklyAvailability
{
    public static readonly WeeklyAvailability Empty = new([]);

    private readonly string text;

    private WeeklyAvailability(WeeklyWindow[] windows)
    {
        Windows = Array.AsReadOnly(windows);
        text = string.Join("; ", windows);
    }

    public IReadOnlyList<WeeklyWindow> Windows { get; }

    public bool IsEmpty => Windows.Count == 0;

    /// <summary>Reads text as people write it; none is <see cref="Empty"/>. The problem is one sentence, without the input in it.</summary>
    public static bool TryParse(string? text, out WeeklyAvailability value, out string problem)
    {
        var read = AvailabilityText.TryRead(text ?? "", out var windows, out problem);
        value = read && windows.Count > 0 ? new WeeklyAvailability(InOrder(windows)) : Empty;
        return read;
    }

    /// <summary>Reads text as <see cref="TryParse"/> does; throws FormatException with the problem's sentence.</summary>
    public static WeeklyAvailability Parse(string text) =>
        TryParse(text, out var value, out var problem) ? value : throw new FormatException(problem);

    public bool Equals(WeeklyAvailability? other) => other is not null && text == other.text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => text;

    private static WeeklyWindow[] InOrder(IEnumerable<WeeklyWindow> windows) =>
        [.. windows.OrderBy(window => window.Day).ThenBy(window => window.From).ThenBy(window => window.To)];
}
