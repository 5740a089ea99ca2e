namespace Mentorship.Domain.Matching;

/// <summary>Something that a coordinator should look at before deciding; it excludes nobody.</summary>
public sealed record Warning(string Code, string Sentence);
