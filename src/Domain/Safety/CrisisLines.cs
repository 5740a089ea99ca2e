using System.Collections.Frozen;
using Mentorship.Domain.Data;
using NodaTime.Text;

namespace Mentorship.Domain.Safety;

/// <summary>Crisis lines by country, from an embedded file that is validated once, when first used.</summary>
public sealed class CrisisLines
{
    private static readonly Lazy<CrisisLines> Loaded = new(() => CrisisLinesReader.Read(DataFile.Embedded(FileName)));

    private readonly FrozenDictionary<string, IReadOnlyList<CrisisLine>> byCountry;

    internal CrisisLines(IReadOnlyDictionary<string, IReadOnlyList<CrisisLine>> byCountry, CrisisLine elsewhere)
    {
        this.byCountry = byCountry.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Elsewhere = elsewhere;
    }

    /// <exception cref="DataBroken">The embedded file breaks its own rules.</exception>
    public static CrisisLines Current => Loaded.Value;

    /// <summary>A directory of lines in other countries.</summary>
    public CrisisLine Elsewhere { get; }

    /// <summary>ISO 3166-1 alpha-2 codes of the countries with lines of their own.</summary>
    public IEnumerable<string> Countries => byCountry.Keys;

    internal static string FileName => "Safety.crisis-lines.json";

    /// <summary>
    /// The lines of a country (ISO 3166-1 alpha-2, any case), emergency first, and last the directory of other countries. Always
    /// answers: null and a country that is not known give the directory alone.
    /// </summary>
    public static IReadOnlyList<CrisisLine> For(string? country) => Current.Of(country);

    /// <summary>The same, each with the last day on which a community tried it, if it did.</summary>
    public static IReadOnlyList<CrisisLine> For(string? country, IReadOnlyCollection<TriedLine> tried) =>
        [.. For(country).Select(line => LastTried(line, country, tried) is { } on ? line with { VerifiedOn = LocalDatePattern.Iso.Parse(on).Value } : line)];

    private static string? LastTried(CrisisLine line, string? country, IReadOnlyCollection<TriedLine> tried) => tried
        .Where(t => line.IsCalled(t.Line) && (line == Current.Elsewhere || string.Equals(t.Country, country?.Trim(), StringComparison.OrdinalIgnoreCase)))
        .Max(t => t.On); // ISO 8601 sorts as text

    internal IReadOnlyList<CrisisLine> Of(string? country) => [.. byCountry.GetValueOrDefault(country?.Trim() ?? "", []), Elsewhere];
}
