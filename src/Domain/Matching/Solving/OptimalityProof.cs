namespace Mentorship.Domain.Matching.Solving;

/// <summary>One thing that must be true of an allotment so that none is better: a stable kebab-case code, one sentence, and whether it is.</summary>
public sealed record ProofCondition(string Code, string Sentence, bool Holds);

/// <summary>What together proves that no allotment does better by its objective; anyone can check it from the pairs and the prices.</summary>
public sealed record OptimalityProof(IReadOnlyList<ProofCondition> Conditions)
{
    public bool Holds => Conditions.All(condition => condition.Holds);
}
