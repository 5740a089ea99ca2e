namespace Mentorship.Domain.Pathways;

/// <summary>What members see for the mentor, the newcomer and the relationship: lower case, singular, without article.</summary>
public sealed record Words(string Mentor, string Newcomer, string Relationship);
