namespace Mentorship.Domain.Matching.Solving;

/// <summary>One thing that must be true of an allotment so that none is better: a stable code, one sentence, and whether it is.</summary>
public sealed record ProofCondition(string Code, string Sentence, bool Holds);
