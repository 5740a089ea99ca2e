namespace Mentorship.Domain.CheckIns;

/// <summary>Why a check-in is excused; told to nobody but the member who was asked.</summary>
public enum ExcuseReason
{
    /// <summary>The service, its mail or its gateway was away or late, or a newer one of its plan took its place.</summary>
    Ours,

    /// <summary>Its date, or the end of its time, was one of its member's days off.</summary>
    DayOff,

    /// <summary>The pairing was paused or ended, or its member ended the plan.</summary>
    PausedOrEnded,

    /// <summary>Its member had stopped every way by which it left or would have left.</summary>
    Stopped,

    /// <summary>Their mailbox or telephone took none of it, or what had left came back.</summary>
    OutOfReach,
}
