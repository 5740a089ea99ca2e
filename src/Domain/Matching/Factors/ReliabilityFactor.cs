namespace Mentorship.Domain.Matching.Factors;

/// <summary>
/// How reliably the mentor has answered when asked to take someone on, as if two more had been answered, so that one silence weighs little.
/// Applies once there was an offer in the past year; what was said to check-ins has no part in it.
/// </summary>
internal static class ReliabilityFactor
{
    public static readonly Factor It = new("reliability", pair => pair.History.OffersTo(pair.Mentor.Member.Id) is not { } it ? null
        : new(ValueOf(it.Offers, it.Answered), $"{pair.ThisMentor} answered {it.Answered} of {it.Offers} offers in the past year."));

    public static double ValueOf(int offers, int answered) => (answered + 2.0) / (offers + 2);
}
