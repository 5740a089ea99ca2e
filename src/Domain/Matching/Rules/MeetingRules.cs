using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>Whether the two can speak with each other, in some way and at some time.</summary>
internal static class MeetingRules
{
    /// <summary>Minutes a week: for less than that no policy is suggested to be eased, for it helps nobody.</summary>
    public const int LeastUsefulMinutes = 15;

    public static readonly HardRule SharedLanguage = new("no-shared-language", Firmness.Strict, pair =>
        (pair.Newcomer.Profile.Languages, pair.Mentor.Profile.Languages) switch
        {
            ([], _) => $"No language is stated for {pair.TheNewcomer}.",
            (_, []) => $"{pair.ThisMentor} has stated no language.",
            var (one, other) => one.Intersect(other, StringComparer.OrdinalIgnoreCase).Any() ? null : "They have no language in common.",
        });

    public static readonly HardRule SharedMode = new("no-shared-mode", Firmness.Strict, pair =>
        pair.SharedModes == MeetingModes.None ? "They have no way of meeting in common." : null);

    /// <summary>Only where meeting in person is all that is left; a limit not stated is <see cref="Travel.UnsaidLimitKm"/>.</summary>
    public static readonly HardRule WithinReach = new("too-far", Firmness.Strict, pair =>
        pair.SharedModes != MeetingModes.InPerson ? null : Travel.KilometresApart(pair) switch
        {
            { } km when km <= Travel.LimitKm(pair) => null,
            not null => "They could meet only in person, and live further apart than both of them travel.",
            null when pair.Newcomer.Profile.Place is null =>
                $"They could meet only in person: the place of {pair.TheNewcomer} is not stated.",
            null => $"{pair.ThisMentor} has not stated a place, and they could meet only in person.",
        });

    public static readonly HardRule EnoughTime = new("too-little-time", Firmness.Community, pair =>
        pair.WeeklyMinutes >= pair.Policy.MinimumWeeklyOverlapMinutes ? null
            : $"There is a week in the coming year in which they share less than {pair.Policy.MinimumWeeklyOverlapMinutes} minutes.");
}
