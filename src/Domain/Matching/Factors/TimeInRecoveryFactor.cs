using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching.Factors;

/// <summary>
/// The mentor's time beyond the minimum that the pathway asks, over five years, 1 from there on and 0 short of it. Applies where the
/// pathway counts time and the mentor states a date, and never between accountability partners, who are peers.
/// </summary>
internal static class TimeInRecoveryFactor
{
    private const double EnoughDays = 5 * 365.25;

    public static readonly Factor It = new("time-in-recovery", pair =>
    {
        if (pair.Pathway.Clock is null || pair.Request.Kind == RelationshipKind.AccountabilityPartner) return null;
        if (pair.Mentor.Profile.RecoverySince is not { } since) return null;
        var beyond = Period.DaysBetween(since + pair.Pathway.MinimumFor(pair.Request.Kind), pair.Mentor.Today);
        return new(ValueOf(beyond), Sentence(pair, beyond));
    });

    public static double ValueOf(int daysBeyond) => Math.Clamp(daysBeyond / EnoughDays, 0, 1);

    private static string Sentence(Prospect pair, int days) => days switch
    {
        < 0 => $"{pair.ThisMentor} has less time than is asked.",
        < 365 => $"{pair.ThisMentor} has the time that is asked.",
        < 1826 => $"{pair.ThisMentor} has a year or more beyond the time that is asked.",
        _ => $"{pair.ThisMentor} has five years or more beyond the time that is asked.",
    };
}
