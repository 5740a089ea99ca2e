using Mentorship.Domain.Matching.Rules;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>How many mentors each rule that can be relaxed keeps out alone.</summary>
internal static class WidenedSearch
{
    private const Broken Musts =
        Broken.WishGender | Broken.WishAge | Broken.WishLivedExperience | Broken.WishOrientation | Broken.WishFirstLanguage;

    /// <summary>By the number of the rule. Of those who share too little time only those count who share enough to be of use.</summary>
    public static int[] Adds(PackedAsk ask)
    {
        var (adds, relaxable) = (new int[BrokenRules.Count], Musts | Broken.MentorNotConfirmed | ask.Field.Overridable);
        for (var mentor = 0; mentor < ask.Field.BrokenBy.Length; mentor++)
        {
            if ((ask.Field.BrokenBy[mentor] & ~relaxable) != Broken.None) continue;
            var broken = ask.BeforeTime(mentor) & ~Broken.DismissedBefore;
            if ((broken & ~relaxable) != Broken.None || broken != Broken.None && !broken.IsOne()) continue;
            var minutes = ask.Minutes(mentor);
            if (broken == Broken.None && minutes >= MeetingRules.LeastUsefulMinutes && minutes < ask.LeastMinutes) adds[Broken.TooLittleTime.First()]++;
            if (broken != Broken.None && minutes >= ask.LeastMinutes) adds[broken.First()]++;
        }
        return adds;
    }
}
