namespace Mentorship.Domain.Matching.Factors;

/// <summary>The part of the wished-for experiences that the mentor names; applies where any is wished for.</summary>
internal static class LivedExperienceFactor
{
    public static readonly Factor It = new("lived-experience", pair =>
    {
        var (shared, wished) = (Experiences.Shared(pair), Experiences.Wished(pair));
        return wished == 0 ? null : new((double)shared / wished, $"{pair.ThisMentor} shares {shared} of {wished} wished-for experience{(wished == 1 ? "" : "s")}.");
    });
}
