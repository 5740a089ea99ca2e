namespace Mentorship.Domain.Pathways;

/// <summary>What one norm asks, whoever it is held against: the code of its findings, how firm it is, and one line for a person.</summary>
public sealed record NormText(string Code, Firmness Firmness, string Sentence);
