namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Dual prices in thousandths: what serving each newcomer, and one more place of each mentor, is worth to the whole. <c>Reward</c> is what each
/// person served counts besides the fit, 0 unless people come first.
/// </summary>
public sealed record Prices(long[] Newcomers, long[] Mentors, long Reward);
