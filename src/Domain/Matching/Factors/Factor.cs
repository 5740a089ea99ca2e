namespace Mentorship.Domain.Matching.Factors;

/// <summary>A soft factor: <paramref name="Measure"/> answers 0 to 1 with its reason, or null where it does not apply.</summary>
internal sealed record Factor(string Name, Func<Prospect, Measured?> Measure);

/// <summary>How well one factor fits, 0 to 1, and why: a sentence that names no person, place, gender, age or experience.</summary>
internal sealed record Measured(double Value, string Sentence);
