namespace Mentorship.Domain.Pathways;

/// <summary>A number of people, both ends included.</summary>
public sealed record SizeRange(int Least, int Most);
