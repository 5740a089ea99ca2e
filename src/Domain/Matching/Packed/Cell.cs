namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// What one value of a trait means to a newcomer: the rules that it breaks, and what it adds to the weighted mean of the fit.
/// </summary>
internal readonly record struct Cell(Broken Broken, double Weighted, double Weight)
{
    /// <summary>A factor that does not apply adds nothing to either side of the mean.</summary>
    public static Cell Of(Broken broken, double? value, double weight) =>
        value is { } applies ? new(broken, weight * applies, weight) : new(broken, 0, 0);
}
