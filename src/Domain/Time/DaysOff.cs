using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Time;

/// <summary>Dates on which a member is not asked, in the order of the calendar; the text (<c>2026-12-24/2027-01-02;2027-03-01/2027-03-01</c>) is stored and reads back equal.</summary>
public sealed record DaysOff
{
    public static readonly DaysOff None = new([]);

    private DaysOff(IReadOnlyList<DateInterval> spans) => Spans = spans;

    /// <summary>Both ends are off.</summary>
    public IReadOnlyList<DateInterval> Spans { get; }

    public static DaysOff Of(IEnumerable<DateInterval> spans) => new([.. spans.OrderBy(s => s.Start).ThenBy(s => s.End)]);

    public bool Includes(LocalDate date) => Spans.Any(s => s.Contains(date));

    /// <summary>Whether one of the dates from the first to the last is off.</summary>
    public bool IncludesAny(LocalDate first, LocalDate last) => Spans.Any(s => s.Start <= last && first <= s.End);

    /// <summary>Reads the text form; throws FormatException.</summary>
    public static DaysOff Parse(string text) =>
        Of(text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(span => span.Split('/')).Select(ends => new DateInterval(Date(ends[0]), Date(ends[1]))));

    public override string ToString() =>
        string.Join(';', Spans.Select(s => $"{LocalDatePattern.Iso.Format(s.Start)}/{LocalDatePattern.Iso.Format(s.End)}"));

    public bool Equals(DaysOff? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
