namespace Mentorship.Domain.Pathways;

/// <summary>What one norm says of one pair: a stable kebab-case code, and one line for a person.</summary>
public sealed record NormFinding(string Code, Effect Effect, Firmness Firmness, string Sentence)
{
    /// <summary>A refusal that a coordinator may override with a written reason.</summary>
    public bool CanBeOverridden => Effect == Effect.Refuses && Firmness != Firmness.Strict;
}
