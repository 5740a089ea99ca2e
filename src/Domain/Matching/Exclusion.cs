using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>Why one mentor may not be proposed for one request: a stable kebab-case code, how firm the rule is, and one sentence.</summary>
public sealed record Exclusion(string Code, Firmness Firmness, string Sentence)
{
    /// <summary>
    /// Only what literature or custom suggests gives way to a coordinator's written reason. A community changes its policy instead, and
    /// a wish is its owner's alone.
    /// </summary>
    public bool CanBeOverridden => Firmness is Firmness.Literature or Firmness.Custom;
}
