using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>A notice that its sender holds, with what was found of it: who gets it, and the occurrence that it is about.</summary>
public sealed record Claimed(Notice Notice, Recipient? Recipient, CheckIn? CheckIn)
{
    /// <summary>Nothing is there to send it by: its recipient, or the check-in that it is about, cannot be found.</summary>
    public bool IsLost => Recipient is null || (CheckIn is null && Notice.AsksForAnswer);

    /// <summary>It speaks of a silence that is over, or for somebody of a pair that is: it would say something that is no longer true.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>It waits for the end of its recipient's quiet hours, or was dropped because it could not.</summary>
    public bool IsHeld { get; private set; }

    public bool MayGo(Instant now) => !IsOver && CheckIn?.IsOpenAt(now) != false;

    /// <summary>
    /// Holds it back in its recipient's quiet hours. A check-in keeps the hour that its member chose, and one whose time would have passed
    /// by their end is excused.
    /// </summary>
    public bool Hold(Instant now)
    {
        var from = Notice.Kind.MayGoFrom(now, Recipient!.Quiet, Recipient.ZoneId);
        if (from == now || CheckIn?.IsAtChosenTime(now) == true) return false;
        Notice.GiveBack(from);
        if (CheckIn?.IsOpenAt(from) == false)
        {
            Notice.Drop();
            CheckIn.Bounced();
        }
        return IsHeld = true;
    }
}
