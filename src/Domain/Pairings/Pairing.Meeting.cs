using NodaTime;

namespace Mentorship.Domain.Pairings;

/// <summary>What the two have agreed on.</summary>
public sealed partial class Pairing
{
    /// <summary>When they next meet or speak; null while nothing is agreed. One that has passed stays until another is set.</summary>
    public Instant? NextMeetingAt { get; private set; }

    /// <summary>Either of the two says when they next meet, or with null that nothing is agreed; the other sees it and can set it too.</summary>
    public void AgreeToMeet(MemberId by, Instant? at)
    {
        RequireMember(by);
        Require(PairingState.Introduced, PairingState.Active);
        if (NextMeetingAt == at) return;
        NextMeetingAt = at;
        Raise(at is null ? "next-meeting-cleared" : "next-meeting-agreed", Id.Value);
    }
}
