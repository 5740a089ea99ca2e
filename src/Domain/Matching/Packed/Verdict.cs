namespace Mentorship.Domain.Matching.Packed;

/// <summary>What the packed pass finds of one pair, as <see cref="Eligibility"/> and <see cref="Matching.Fit"/> would.</summary>
/// <param name="Broken">The rules that are broken; shared time is not judged where one of them bars the pair already.</param>
/// <param name="Fit">In thousandths; −1 for a forbidden pair.</param>
internal readonly record struct Verdict(Broken Broken, int Fit)
{
    public bool IsAllowed => Fit >= 0;

    public bool IsEligible => Fit >= 0 && (Broken & ~Broken.DismissedBefore) == Broken.None;

    public bool MayBeProposedUnasked => Fit >= 0 && Broken == Broken.None;
}
