namespace Mentorship.Domain.Matching.Solving;

/// <summary>What together proves that no allotment does better; anyone can check it from the pairs and the prices.</summary>
public sealed record OptimalityProof(IReadOnlyList<ProofCondition> Conditions)
{
    public bool Holds => Conditions.All(condition => condition.Holds);
}
