using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>
/// What a community sets of the ladder. No source prescribes one; the defaults are built from what mentoring programmes do
/// (docs/decisions/0028).
/// </summary>
/// <param name="RepeatAfterHours">Hours after a check-in left that it is repeated once; 1 to 24.</param>
/// <param name="OtherWayAfterHours">Hours after it left that it goes once by another channel, 12 after the repeat was due at the earliest; 12 to 72.</param>
/// <param name="DailyMisses">Daily check-ins missed in a row before the member is asked; 2 to 14.</param>
/// <param name="WeeklyMisses">Weekly ones; 1 to 8.</param>
/// <param name="MentorAfterHours">Hours that the member has to say "I'm fine" before the mentor hears that a hello might be welcome; 12 to 168.</param>
/// <param name="CoordinatorsAfterDays">Days of silence after which it is on the coordinators' list; 7 to 60.</param>
public sealed record LadderTimes(
    int RepeatAfterHours = 4, int OtherWayAfterHours = 24, int DailyMisses = 3, int WeeklyMisses = 2, int MentorAfterHours = 24, int CoordinatorsAfterDays = 14)
{
    public static readonly LadderTimes Default = new();

    /// <summary>Looked at later than this, the service was away meanwhile, and nobody is judged by what they did not do in that time.</summary>
    internal static readonly Duration LongestDelay = Duration.FromHours(2);

    /// <summary>Misses in a row before the member is asked; null for a layer whose misses say nothing.</summary>
    public int? MissesOf(Layer layer) => layer switch
    {
        Layer.Daily => DailyMisses,
        Layer.Weekly => WeeklyMisses,
        _ => null,
    };
}
