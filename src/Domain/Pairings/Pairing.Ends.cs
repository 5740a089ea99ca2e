using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Domain.Pairings;

/// <summary>How a pairing ends: by one of the two, or by itself.</summary>
public sealed partial class Pairing
{
    /// <summary>When a temporary contact ends by itself; null for every other, and once it has ended.</summary>
    public Instant? EndsAt { get; private set; }

    /// <summary>Either may end it, in one step and without a reason.</summary>
    public void End(MemberId by, Instant now)
    {
        RequireMember(by);
        Require(PairingState.Introduced, PairingState.Active, PairingState.Paused);
        Close(PairingState.Ended, now, "pairing-ended", new Telling(Pair.OtherThan(by), NoticeKind.PairingEnded));
    }

    /// <summary>Limits it from the introduction on.</summary>
    public void LastUntil(Instant end)
    {
        Require(PairingState.Introduced);
        EndsAt = end;
    }

    /// <summary>The planned end has come: both hear of it alike. Does nothing before that.</summary>
    public bool EndIfDue(Instant now)
    {
        if (!State.IsIntroduced() || !(EndsAt <= now)) return false;
        Close(PairingState.Ended, now, "pairing-ended-as-planned",
            new Telling(Pair.Mentor, NoticeKind.PairingEnded), new Telling(Pair.Newcomer, NoticeKind.PairingEnded));
        return true;
    }

    /// <summary>
    /// A no to a mentor's yes whose time to answer is not over: the newcomer waits again at once, but the mentor's place is held as long as
    /// silence would have held it, for a place that came free before that would tell the no.
    /// </summary>
    public bool IsSilentNo => State == PairingState.Declined && AnswerBy is not null;

    /// <summary>To a mentor who said yes, the newcomer's no looks like silence until the offer would have lapsed.</summary>
    public bool LooksUnansweredTo(MemberId member) => IsSilentNo && member == Mentor;

    /// <summary>How often it has changed as <paramref name="member"/> may know it: to a mentor who said yes, a no is no change.</summary>
    public int VersionFor(MemberId member) =>
        State == PairingState.Declined && MentorAcceptedAt is not null && member == Mentor ? Version - 1 : Version;
}
