namespace Mentorship.Domain.Matching;

/// <summary>What one soft factor gives to a fit.</summary>
/// <param name="Name">The factor, as policy names it.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Weight">0 to 10, by the community's policy; 1 where it says nothing.</param>
/// <param name="Sentence">Why, for a person; names no person, place, gender, age or experience.</param>
public sealed record FitPart(string Name, double Value, double Weight, string Sentence);
