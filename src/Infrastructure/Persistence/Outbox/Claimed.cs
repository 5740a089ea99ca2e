using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>A notice that its sender holds, with what was found of it: who gets it, and the occurrence that it is about.</summary>
public sealed record Claimed(Notice Notice, Recipient? Recipient, CheckIn? CheckIn)
{
    /// <summary>Nothing is there to send it by: its recipient, or the check-in that it is about, cannot be found.</summary>
    public bool IsLost => Recipient is null || (CheckIn is null && Notice.AsksForAnswer);

    /// <summary>
    /// It speaks of a silence that is over, or for somebody of a pair that is, or reminds who was heard from since: it would say something that
    /// is no longer true.
    /// </summary>
    public bool IsOver { get; internal set; }

    /// <summary>Of a note of the ladder: the days off of whom it is about; null where they have none.</summary>
    public Rest? Rest { get; internal set; }

    /// <summary>It never left, and its plan has asked again since: of several that are late the newest goes alone.</summary>
    public bool IsOvertaken { get; internal set; }

    /// <summary>Of a check-in whose hour its member chose: the times of its plan, whose clock may be another one since.</summary>
    public PlanTimes? Chosen { get; internal set; }

    /// <summary>Of a check-in that goes by text: whether its member has a contact in that pairing.</summary>
    public bool HasContact { get; internal set; } = true;

    private static readonly Duration TimeForText = Duration.FromMinutes(10);

    /// <summary>Twice the lease of a sender: what is due later than that is held by none, though clocks of two hosts differ.</summary>
    private static readonly Duration LongestHeld = Duration.FromMinutes(2);

    /// <summary>It waits for the end of its recipient's quiet hours or for its text, or was dropped because it could not.</summary>
    public bool IsHeld { get; private set; }

    public bool MayGo(Instant now) => !IsOver && Rest?.HasCome(now) != true && !IsOfAnEarlierDay(now) && CheckIn?.IsOpenAt(now) != false;

    /// <summary>It speaks of the day on which it was made, which has passed on its recipient's clock: it comes on the day itself or not at all.</summary>
    private bool IsOfAnEarlierDay(Instant now)
    {
        if (Notice.Kind != NoticeKind.KindWord) return false;
        var zone = Zones.Get(Recipient!.ZoneId);
        return Notice.CreatedAt.InZone(zone).Date < now.InZone(zone).Date;
    }

    /// <summary>A check-in goes by text alone where a digit answers it; what must be answered by its link goes by mail too.</summary>
    public bool GoesByOneWay => Notice.Kind.GoesByOneWay() && CheckIn?.Layer.TakesDigits() == true;

    /// <summary>
    /// A mail of what goes by one way (<see cref="GoesByOneWay"/>): not sent when the text of it has left, put back once to give
    /// the text time, and then sent, so that a gateway that is away costs nobody a note. While a sender may hold the text, it waits.
    /// </summary>
    public bool YieldsToText(Notice? text, Instant now)
    {
        if (text?.State == NoticeState.Sent) return true;
        if (text?.NextAttemptAt is not { } next) return false;
        if (Notice.Attempts <= 1) return WaitUntil(now + TimeForText);
        return next > now && next <= now + LongestHeld && WaitUntil(next);
    }

    /// <summary>Puts it back: it was taken, and something else comes first.</summary>
    public bool WaitUntil(Instant at)
    {
        Notice.TryAgainAt(at);
        return IsHeld = true;
    }

    /// <summary>A text of what goes by one way: not sent when its mail had to go in its place, while the gateway was away.</summary>
    public static bool YieldsToMail(Notice? mail) => mail?.State == NoticeState.Sent;

    /// <summary>
    /// Holds it back in its recipient's quiet hours. A check-in keeps the hour that its member chose, as long as that is the hour on their own
    /// clock, and one whose time would have passed by their end is excused.
    /// </summary>
    public bool Hold(Instant now)
    {
        var from = Notice.Kind.MayGoFrom(now, Recipient!.Quiet, Recipient.ZoneId);
        if (from == now || IsAtChosenTime(now)) return false;
        Notice.GiveBack(from);
        if (CheckIn?.IsOpenAt(from) == false)
        {
            Notice.Drop();
            CheckIn.Bounced(ExcuseReason.Ours);
        }
        return IsHeld = true;
    }

    private bool IsAtChosenTime(Instant now) => CheckIn?.IsAtChosenTime(now) == true && Chosen is { } times
        && (times with { ZoneId = Recipient!.ZoneId }).DueOn(CheckIn.ScheduledDate) == CheckIn.DueAt;
}
