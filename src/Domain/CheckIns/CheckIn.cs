using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>
/// scheduled → sent → answered | missed | excused; a late answer turns missed into answered and says so. Where the note did not arrive
/// after all, sent is scheduled again, and missed is excused.
/// </summary>
public enum CheckInState
{
    Scheduled,
    Sent,
    Answered,
    Missed,
    Excused,
}

/// <summary>One occurrence of a plan, single for its plan and local date.</summary>
public sealed class CheckIn : Entity
{
    /// <summary>The soonest that one is repeated after it left.</summary>
    public static readonly Duration SoonestRepeat = Duration.FromHours(1);

    private static readonly Duration LastHours = Duration.FromHours(2), TimeToAnswer = Duration.FromHours(1);
    private static readonly Duration CallsAfterwards = Duration.FromDays(7); // as long as a late answer by text is expected

    private CheckIn() { }

    internal CheckIn(CheckInPlan plan, Course course)
    {
        CommunityId = plan.CommunityId;
        Id = CheckInId.New();
        (Plan, Pairing, Member, IsAtChosenHour) = (plan.Id, plan.Pairing, plan.Member, plan.IsChosen);
        (Layer, ScheduledDate, DueAt, AnswerBy) = (course.Layer, course.Date, course.Due, course.Due + Grace.Of(course.Layer));
    }

    public CheckInId Id { get; private init; }
    public PlanId Plan { get; private set; }
    public PairingId Pairing { get; private set; }
    public MemberId Member { get; private set; }
    public Layer Layer { get; private set; }
    public LocalDate ScheduledDate { get; private set; }

    /// <summary>Whether its member set the time of day themselves.</summary>
    public bool IsAtChosenHour { get; private set; }

    public Instant DueAt { get; private set; }

    /// <summary>Until then an answer is in time and the link works.</summary>
    public Instant AnswerBy { get; private set; }

    public CheckInState State { get; private set; }

    /// <summary>Where it is excused; null for every other, also once it was answered after all.</summary>
    public ExcuseReason? ExcusedBecause { get; private set; }

    public Instant? SentAt { get; private set; }
    public Instant? AnsweredAt { get; private set; }
    public bool AnsweredLate { get; private set; }

    /// <summary>When it is looked at for a first repeat; null once that is settled.</summary>
    public Instant? RepeatAt { get; private set; }

    /// <summary>When its member last called for contact by it.</summary>
    public Instant? ContactAskedAt { get; private set; }

    /// <summary>An answer by link is possible: it was not answered, and its time has not passed.</summary>
    public bool IsOpenAt(Instant now) => State is CheckInState.Scheduled or CheckInState.Sent && now <= AnswerBy;

    /// <summary>Whether a call for contact by its link is heard, answered or not: whoever holds a mail of long ago calls nobody.</summary>
    public bool HearsCallsAt(Instant now) => now <= AnswerBy + CallsAfterwards;

    /// <summary>Whether it may go whatever its member's quiet hours: they chose the hour, and it has not passed by more than one.</summary>
    public bool IsAtChosenTime(Instant now) => IsAtChosenHour && now < DueAt + Duration.FromHours(1);

    /// <summary>The first notice of it was handed over to a mail server; one that only the inbox in the app has stays scheduled.</summary>
    public void Sent(Instant now)
    {
        if (State == CheckInState.Scheduled) (State, SentAt) = (CheckInState.Sent, now);
    }

    /// <summary>Counts, late or not; a second set of answers is <c>check-in-answered</c>.</summary>
    public void Answered(Instant now)
    {
        if (State == CheckInState.Answered) throw new RuleBroken("check-in-answered", "This one is answered already. Thank you.");
        (State, ExcusedBecause, AnsweredAt, AnsweredLate, RepeatAt) = (CheckInState.Answered, null, now, now > AnswerBy, null);
        Raise("check-in-answered", Id.Value);
    }

    /// <summary>
    /// Who is told of a call that is made by it: their contact, if there is one; nobody by a pulse, which asks about that very contact.
    /// </summary>
    public MemberId? ContactIn(Pairing pairing) => Layer == Layer.Monthly ? null : pairing.ContactOf(Member);

    /// <summary>A call for contact was made by it. Kept here so that of two at the same moment one meets the other.</summary>
    public void CalledForContact(Instant now)
    {
        ContactAskedAt = now;
        Raise("contact-asked-for", Id.Value);
    }

    /// <summary>"A hello would be nice": <paramref name="contact"/> is told, and that it can wait.</summary>
    public void WishForHello(MemberId contact) => Raise("hello-wished-for", Id.Value, new Telling(contact, NoticeKind.HelloWishedFor));

    /// <summary>
    /// Not answered within its grace: missed when its member had time for it, excused when it never left or left late, when its member was
    /// <paramref name="atRest"/> or out of reach, when <paramref name="outages"/> took the time, or when we look at it too late.
    /// </summary>
    public void Lapse(Instant now, ExcuseReason? atRest, Outages outages)
    {
        if (now <= AnswerBy || State is not (CheckInState.Scheduled or CheckInState.Sent)) return;
        if (State == CheckInState.Sent && HadTime(outages) && atRest is null && now <= AnswerBy + LadderTimes.LongestDelay)
        {
            (State, RepeatAt) = (CheckInState.Missed, null);
            Raise("check-in-missed", Id.Value);
        }
        else
        {
            Excuse(atRest ?? ExcuseReason.Ours);
        }
    }

    /// <summary>Its notice will not go: a miss only if another one of it had been handed over.</summary>
    public void Bounced(ExcuseReason because = ExcuseReason.OutOfReach)
    {
        if (State == CheckInState.Scheduled) Excuse(because);
    }

    /// <summary>
    /// All that had left of it came back: it never left, and may leave by another way. What was a miss is none.
    /// </summary>
    public void CameBack()
    {
        if (State == CheckInState.Sent) (State, SentAt) = (CheckInState.Scheduled, null);
        if (State != CheckInState.Missed) return;
        (State, ExcusedBecause, SentAt) = (CheckInState.Excused, ExcuseReason.OutOfReach, null);
        Raise("check-in-excused", Id.Value);
    }

    /// <summary>A pause, a stop, a bounce or an outage of ours is never a miss; an answer counts all the same.</summary>
    public void Excuse(ExcuseReason because)
    {
        if (State is CheckInState.Scheduled or CheckInState.Sent) (State, ExcusedBecause, RepeatAt) = (CheckInState.Excused, because, null);
    }

    /// <summary>
    /// When it is repeated: <paramref name="after"/> it left. Where its member's quiet hours leave less than an hour to answer then, and as little
    /// after their end, an hour before they begin, and an hour after it left at the earliest.
    /// </summary>
    public Instant RepeatsAt(Duration after, QuietHours quiet, string zoneId)
    {
        var (sent, at) = (SentAt!.Value, SentAt!.Value + after);
        if (Zones.Find(zoneId) is not { } zone) return at;
        var held = quiet.Includes(at.InZone(zone).TimeOfDay) ? at : at + TimeToAnswer;
        if (!quiet.Includes(held.InZone(zone).TimeOfDay) || IsOpenAt(quiet.FirstAllowed(held, zone) + TimeToAnswer)) return at;
        var before = quiet.BegunAt(held, zone) - TimeToAnswer;
        return before >= sent + SoonestRepeat ? before : at;
    }

    /// <summary>
    /// Whether the time of its repeat has come and it waits for an answer; else it is looked at again. One that has not left is
    /// let alone, for its sender is about to write it.
    /// </summary>
    public bool WaitsFor(Duration after, QuietHours quiet, string zoneId, Instant now)
    {
        if (State != CheckInState.Sent) return false;
        var at = RepeatsAt(after, quiet, zoneId);
        var waits = at <= now;
        RepeatAt = !waits && IsOpenAt(at) ? at : null;
        return waits && IsOpenAt(now);
    }

    /// <summary>With the service there: at least half of its grace since it left, and half of its last hours: many answer then.</summary>
    private bool HadTime(Outages outages) => SentAt is { } sent && outages.TimeThere(sent, AnswerBy) >= (AnswerBy - DueAt) / 2
        && outages.TimeThere(AnswerBy - LastHours, AnswerBy) >= LastHours / 2;

    internal void SendOrExcuse(Instant now, LadderTimes ladder)
    {
        if (now > AnswerBy) Excuse(ExcuseReason.Ours);
        if (State == CheckInState.Excused) return;
        var after = Duration.FromHours(ladder.RepeatAfterHours);
        RepeatAt = now + (Layer == Layer.Daily ? SoonestRepeat : after); // quiet hours may come before: see RepeatsAt
        Raise("check-in-due", Id.Value, new Telling(Member, NoticeKind.CheckInDue));
    }
}
