using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>One rung: when, to whom, by which channel, and for how long the same person is not told the same again.</summary>
public sealed record Rung(RungCode Code, RungFrom From, Duration After, RungFor To, RungBy By, Duration CoolDown)
{
    /// <summary>The longest cool-down there is.</summary>
    public static readonly Duration LongestCoolDown = Duration.FromDays(7);

    /// <summary>The whole ladder, the lowest rung first.</summary>
    public static IReadOnlyList<Rung> All(LadderTimes times) =>
    [
        new(RungCode.Repeat, RungFrom.CheckInSent, Duration.FromHours(times.RepeatAfterHours), RungFor.Member, RungBy.Same, Duration.FromDays(3)),
        new(RungCode.OtherWay, RungFrom.CheckInSent, Duration.FromHours(times.OtherWayAfterHours), RungFor.Member, RungBy.Other, Duration.FromDays(3)),
        new(RungCode.MemberFirst, RungFrom.Misses, Duration.Zero, RungFor.Member, RungBy.Same, LongestCoolDown),
        new(RungCode.Mentor, RungFrom.MemberTold, Duration.FromHours(times.MentorAfterHours), RungFor.Mentor, RungBy.Same, Duration.FromDays(1)),
        new(RungCode.Coordinators, RungFrom.SilenceBegan, Duration.FromDays(times.CoordinatorsAfterDays), RungFor.Coordinators, RungBy.InApp, LongestCoolDown),
    ];
}
