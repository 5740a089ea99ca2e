using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>
/// A newcomer of a pairing does not answer: from a check-in that was sent until the first sign of life. It climbs the ladder one rung at a
/// time, each once, and a new one begins only with another check-in that is not answered.
/// </summary>
public sealed partial class Silence : Entity
{
    private Silence() { }

    public Silence(CheckIn first)
    {
        CommunityId = first.CommunityId;
        Id = SilenceId.New();
        (Pairing, Member, CheckIn, BeganAt) = (first.Pairing, first.Member, first.Id, first.SentAt ?? first.DueAt);
        Raise("silence-began", Id.Value);
    }

    public SilenceId Id { get; private init; }
    public PairingId Pairing { get; private set; }
    public MemberId Member { get; private set; }

    /// <summary>The latest check-in of it.</summary>
    public CheckInId CheckIn { get; private set; }

    /// <summary>When the first one of it left.</summary>
    public Instant BeganAt { get; private set; }

    public int DailyMisses { get; private set; }
    public int WeeklyMisses { get; private set; }

    /// <summary>The highest rung that was taken, and when.</summary>
    public RungCode? Last { get; private set; }

    public Instant? LastAt { get; private set; }

    /// <summary>The rung that is due at <see cref="NextAt"/>; null while it waits for a miss, and above the last one.</summary>
    public RungCode? Next { get; private set; }

    /// <summary>When it climbs, or above the last rung is looked at for a sign of life; null where it does not by time.</summary>
    public Instant? NextAt { get; private set; }

    /// <summary>
    /// It ended, and what it put on the coordinators' list is over with it: somebody was heard from, or rests. Of who went out of reach nobody
    /// knows, so that stays on the list.
    /// </summary>
    public bool LeavesNothing => IsOpen is null && EndedBy != SilenceEnd.OutOfReach;

    /// <summary>True until it ends, else null: a unique key keeps one for each pairing and member.</summary>
    public bool? IsOpen { get; private set; } = true;

    public Instant? EndedAt { get; private set; }
    public SilenceEnd? EndedBy { get; private set; }

    /// <summary>Its first check-in waits for an answer: the low rungs come first.</summary>
    public void Await(Instant at) => (Next, NextAt) = (RungCode.Repeat, at);

    /// <summary>One more was missed; with as many in a row as the community says, the member is told first.</summary>
    public void Count(CheckIn missed, LadderTimes times, Instant now)
    {
        CheckIn = missed.Id;
        var misses = missed.Layer switch { Layer.Daily => ++DailyMisses, Layer.Weekly => ++WeeklyMisses, _ => 0 };
        if (misses >= times.MissesOf(missed.Layer)) LeadUp(now);
    }

    /// <summary>
    /// One that it leans on is about to come back (<see cref="CheckIns.CheckIn.CameBack"/>): a miss that it counted is taken off. Where
    /// nothing is left of it, it ends, and where too few misses are, it takes no rung above the low ones before another.
    /// </summary>
    public void Forgive(CheckIn checkIn, LadderTimes times, Instant now)
    {
        if (checkIn.SentAt < BeganAt) return; // one of before
        var isCounted = checkIn is { State: CheckInState.Missed, Layer: Layer.Daily or Layer.Weekly };
        if (isCounted && checkIn.Layer == Layer.Daily) DailyMisses--;
        if (isCounted && checkIn.Layer == Layer.Weekly) WeeklyMisses--;
        if (DailyMisses + WeeklyMisses == 0 && (isCounted || CheckIn == checkIn.Id)) End(SilenceEnd.OutOfReach, now);
        else if (Next >= RungCode.MemberFirst && DailyMisses < times.DailyMisses && WeeklyMisses < times.WeeklyMisses)
            (Next, NextAt) = (null, null);
    }

    /// <summary>"I'm fine": nobody is told from here on, and what waits to leave is dropped.</summary>
    public void SayFine(Instant now) => End(SilenceEnd.SaidFine, now);

    public void End(SilenceEnd by, Instant now)
    {
        if (IsOpen is null) return;
        (IsOpen, EndedAt, EndedBy, Next) = (null, now, by, null);
        NextAt = Last == RungCode.Coordinators ? now : null; // looked at once more, for what it left on a list
        Raise("silence-ended", Id.Value);
    }

    /// <summary>A clock that was ahead put off its next rung: it is looked at now, and what it waits for counts from now on.</summary>
    public void Restore(Instant now) => (LastAt, NextAt) = (LastAt is null ? null : now, now);

    /// <summary>Its next rung could not be told: it is tried again in an hour, so that it does not hold up the others.</summary>
    public void PushBack(Instant now) => NextAt = now + Duration.FromHours(1);

    /// <summary>The member is told first; where they were, and a miss came back since, it goes on where it stopped.</summary>
    private void LeadUp(Instant now)
    {
        if (!(Last >= RungCode.MemberFirst)) (Next, NextAt) = (RungCode.MemberFirst, now);
        else if (Next is null && Last < RungCode.Coordinators) (Next, NextAt) = (Last + 1, now);
    }
}
