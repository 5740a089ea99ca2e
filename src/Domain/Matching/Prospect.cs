using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>One mentor seen from one request: all that a rule or a factor may look at.</summary>
internal sealed class Prospect(MentorRequest request, Side newcomer, Side mentor, History history, Policy policy, Instant now)
{
    private int? _weeklyMinutes;

    public MentorRequest Request { get; } = request;
    public Side Newcomer { get; } = newcomer;
    public Side Mentor { get; } = mentor;
    public History History { get; } = history;
    public Policy Policy { get; } = policy;
    public Instant Now { get; } = now;
    public Pathway Pathway { get; } = PathwayCatalogue.Current.Get(request.Pathway);

    public Wishes Wishes => Request.Wishes;

    /// <summary>Null when the member does not mentor: the rule that says so then excludes, and the others are silent.</summary>
    public MentorProfile? Mentoring => Mentor.Member.Mentor;

    public bool SharePathway => Mentor.Profile.Pathways.Contains(Request.Pathway);

    public MeetingModes SharedModes => Newcomer.Profile.Modes & Mentor.Profile.Modes;

    /// <summary>Minutes that both have in the least week of the coming year.</summary>
    public int WeeklyMinutes => _weeklyMinutes ??= Newcomer.WeeklyMinutesWith(Mentor);

    /// <summary>The mentor in the pathway's words, at the start of a sentence.</summary>
    public string ThisMentor => $"This {Words.Mentor}";

    /// <summary>The newcomer in the pathway's words, inside a sentence.</summary>
    public string TheNewcomer => Words.Newcomer == Words.Mentor ? "the one who asks" : $"the {Words.Newcomer}";

    private Words Words => Pathway.Words(Request.Kind);
}
