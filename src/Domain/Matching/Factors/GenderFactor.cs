namespace Mentorship.Domain.Matching.Factors;

/// <summary>
/// The mean of both sides' wishes for the other's gender, of those that are stated: 1 met, 0 not met, a half where the other states none.
/// Applies where either has such a wish; the mentor's is a must, so that it is met wherever the pair may be proposed.
/// </summary>
internal static class GenderFactor
{
    public static readonly Factor It = new("gender", pair =>
    {
        var newcomers = GenderWish.Met(pair.Wishes.MentorGenders, pair.Mentor.Gender);
        var mentors = GenderWish.Met(pair.Mentoring?.Offer.NewcomerGenders ?? [], pair.Newcomer.Gender);
        return new[] { newcomers, mentors }.Average() is { } mean ? new(mean, Sentence(newcomers, mentors)) : null;
    });

    private static string Sentence(double? newcomers, double? mentors) => (newcomers, mentors) switch
    {
        (0, _) or (_, 0) => "A wish about the other's gender is not met.",
        (0.5, _) or (_, 0.5) => "Whether a wish about the other's gender is met is not known: none is stated.",
        (1, 1) => "Both wishes about the other's gender are met.",
        _ => "The wish about the other's gender is met.",
    };
}
