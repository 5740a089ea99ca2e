namespace Mentorship.Domain.Matching.Factors;

/// <summary>The part of the wished-for experiences that the mentor names; applies where any is wished for.</summary>
internal static class LivedExperienceFactor
{
    public static readonly Factor It = new("lived-experience", pair =>
    {
        var (shared, wished) = (Experiences.Shared(pair), Experiences.Wished(pair));
        if (wished == 0) return null;
        var experiences = wished == 1 ? "experience" : "experiences";
        return new((double)shared / wished, $"{pair.ThisMentor} shares {shared} of {wished} wished-for {experiences}.");
    });
}
