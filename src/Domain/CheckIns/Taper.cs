using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.CheckIns;

/// <summary>From a date on a plan asks this deep, in this rhythm.</summary>
public sealed record TaperStep(LocalDate From, Layer Layer, Rhythm Rhythm)
{
    public override string ToString() => $"{LocalDatePattern.Iso.Format(From)} {Layer} {Rhythm}";
}

/// <summary>
/// The changes of rhythm that still lie ahead of a plan, earliest first. None of them ends it: only its member does. The text is stored
/// and reads back equal.
/// </summary>
public sealed record Taper
{
    public static readonly Taper None = new([]);

    private const int FirstDays = 30, ThenDays = 90, RarestDays = 14;

    private Taper(IReadOnlyList<TaperStep> steps) => Steps = steps;

    public IReadOnlyList<TaperStep> Steps { get; }

    /// <summary>How deep and how often a front-loaded plan begins: three times a week, briefly.</summary>
    public static (Layer Layer, Rhythm Rhythm) Beginning =>
        (Layer.Daily, new Rhythm.Weekdays(IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday));

    /// <summary>After <see cref="Beginning"/> weekly from the 31st day on, and every second week from the 91st (telephone care that tapers; docs/coordinating.md).</summary>
    public static Taper Gentle(LocalDate begins, IsoDayOfWeek day) => new(
    [
        new(begins.PlusDays(FirstDays), Layer.Weekly, new Rhythm.Weekly(day)),
        new(begins.PlusDays(ThenDays), Layer.Weekly, new Rhythm.EveryNDays(RarestDays, new Rhythm.Weekly(day).FirstOnOrAfter(begins.PlusDays(ThenDays)))),
    ]);

    /// <summary>
    /// All of the taper, of a plan that has come to this and to <paramref name="rhythm"/>, if <paramref name="today"/> is within it; else null.
    /// Where no step is left, the last rhythm tells when it began to the week, and the earliest day is taken.
    /// </summary>
    internal Taper? WholeOn(LocalDate today, Rhythm rhythm)
    {
        var last = Steps is [.., var step] ? step : null;
        if ((last?.Rhythm ?? rhythm) is not Rhythm.EveryNDays { Days: RarestDays, Anchor: var anchor }) return null;
        var begins = (last?.From ?? anchor.PlusDays(-6)).PlusDays(-ThenDays);
        return begins <= today && today < begins.PlusDays(ThenDays) ? Gentle(begins, anchor.DayOfWeek) : null;
    }

    /// <summary>What is left once its first step was taken.</summary>
    internal Taper AfterFirst => new([.. Steps.Skip(1)]);

    /// <summary>Reads the text form; throws FormatException.</summary>
    public static Taper Parse(string text) => new([.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Step)]);

    public override string ToString() => string.Join(';', Steps);

    public bool Equals(Taper? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Steps.Aggregate(0, HashCode.Combine);

    private static TaperStep Step(string text) => text.Split(' ') is [var from, var layer, var rhythm]
        ? new(LocalDatePattern.Iso.Parse(from).GetValueOrThrow(), Enum.Parse<Layer>(layer), Rhythm.Parse(rhythm))
        : throw new FormatException("A step of a taper is a date, a layer and a rhythm.");
}
