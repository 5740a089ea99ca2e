using Mentorship.Domain.Matching.Factors;

namespace Mentorship.Domain.Matching;

/// <summary>
/// How well a pair that may be proposed suits each other: the weighted mean of the factors that apply, in whole thousandths, 0 to 1000,
/// so that sums are exact; 0 where nothing that applies has any weight. Never a score of a person.
/// </summary>
public sealed record Fit(int PerMille, IReadOnlyList<FitPart> Parts)
{
    private static readonly IReadOnlyList<Factor> Factors =
    [
        AvailabilityFactor.It, LivedExperienceFactor.It, OrientationFactor.It, AgeFactor.It, GenderFactor.It,
        DistanceFactor.It, FirstLanguageFactor.It, LoadFactor.It, TimeInRecoveryFactor.It, ReliabilityFactor.It,
    ];

    /// <summary>The names that a policy may give weights to.</summary>
    public static IReadOnlyList<string> FactorNames { get; } = [.. Factors.Select(factor => factor.Name)];

    internal static Fit Of(Prospect pair)
    {
        FitPart[] parts = [.. Factors.Select(factor => PartOf(factor, pair)).OfType<FitPart>()];
        var weight = parts.Sum(part => part.Weight);
        var mean = weight > 0 ? parts.Sum(part => part.Weight * part.Value) / weight : 0;
        return new(InThousandths(mean), parts);
    }

    internal static int InThousandths(double mean) => (int)Math.Round(1000 * mean, MidpointRounding.AwayFromZero);

    private static FitPart? PartOf(Factor factor, Prospect pair) => factor.Measure(pair) is not { } measured ? null
        : new(factor.Name, measured.Value, pair.Policy.WeightOf(factor.Name), measured.Sentence);
}
