namespace Mentorship.Domain.Matching;

/// <summary>A mentor seen from one request: allowed or not, with reasons, and how well the two suit each other.</summary>
/// <param name="Exclusions">Every hard rule that is broken, in the rules' order.</param>
/// <param name="Fit">Null where a rule that cannot be overridden is broken: a forbidden pair has no score.</param>
public sealed record Candidate(
    RequestId Request, MemberId Mentor, IReadOnlyList<Exclusion> Exclusions, IReadOnlyList<Warning> Warnings, Fit? Fit, int PolicyVersion)
{
    /// <summary>No hard rule is broken.</summary>
    public bool IsEligible => Exclusions.Count == 0;

    /// <summary>Whether the service may propose it of itself: eligible, and not dismissed for this request before.</summary>
    public bool MayBeProposedUnasked => IsEligible && !Warnings.Any(warning => warning.Code == Eligibility.DismissedBefore);

    /// <summary>The first exclusion that no reason overrides; null where the pair may be proposed.</summary>
    public Exclusion? Bar => Exclusions.FirstOrDefault(exclusion => !exclusion.CanBeOverridden);

    /// <summary>Throws <see cref="RuleBroken"/> with the code of the first rule that cannot be overridden.</summary>
    public void RequireProposable()
    {
        if (Bar is { } bar) throw new RuleBroken(bar.Code, bar.Sentence);
    }

    /// <summary>As <see cref="RequireProposable"/>; and <c>override-reason-needed</c> where a norm is overridden without one.</summary>
    public void RequireApprovable(string? overrideReason)
    {
        RequireProposable();
        if (!IsEligible && string.IsNullOrWhiteSpace(overrideReason))
            throw new RuleBroken("override-reason-needed", "A norm speaks against this pair: write down why it is approved.");
    }

    /// <summary>Score, parts, warnings and overridable exclusions as JSON for the proposal; ids are the only personal data in it.</summary>
    public string ToGrounds() => Grounds.Of(this);
}
