using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>When one member of a pairing is asked, and how deep; the next due time is kept so that what is due is found by an index.</summary>
public sealed class CheckInPlan : Entity
{
    private CheckInPlan() { }

    public CheckInPlan(CommunityId community, PairingId pairing, MemberId member, Layer layer, PlanTimes times, Instant now)
    {
        CommunityId = community;
        Id = PlanId.New();
        (Pairing, Member, Layer, Times) = (pairing, member, layer, times);
        Schedule(now);
        Raise("plan-begun", Id.Value);
    }

    public PlanId Id { get; private init; }
    public PairingId Pairing { get; private set; }
    public MemberId Member { get; private set; }
    public Layer Layer { get; private set; }
    public PlanTimes Times { get; private set; } = null!;

    /// <summary>The local date of the next occurrence; with the plan it is the key of an occurrence.</summary>
    public LocalDate NextDate { get; private set; }

    /// <summary>When the next occurrence is due; null while paused or ended.</summary>
    public Instant? NextDueAt { get; private set; }

    /// <summary>The latest local date that has an occurrence; none is ever made for it again.</summary>
    public LocalDate? LastDate { get; private set; }

    public Instant? PausedAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    /// <summary>
    /// The occurrences that are due at <paramref name="now"/>, oldest first, and moves on to the first one after it.
    /// After an outage only the latest that can still be answered is sent; the others are excused as ours.
    /// </summary>
    public IReadOnlyList<CheckIn> TakeDue(Instant now)
    {
        var due = new List<CheckIn>();
        var (date, at) = (NextDate, NextDueAt);
        while (at is { } instant && instant <= now)
        {
            due.Add(new CheckIn(this, date, instant));
            (date, at) = Times.After(date);
        }
        if (due.Count == 0) return due;
        (LastDate, NextDate, NextDueAt) = (due[^1].ScheduledDate, date, at);
        foreach (var checkIn in due.SkipLast(1)) checkIn.Excuse();
        due[^1].SendOrExcuse(now);
        return due;
    }

    /// <summary>Its next due time could not be told: it is tried again in an hour, so that it does not hold up the others.</summary>
    public void PushBack(Instant now)
    {
        NextDueAt = now + Duration.FromHours(1);
        Raise("plan-pushed-back", Id.Value);
    }

    public void Change(Layer layer, PlanTimes times, Instant now)
    {
        RequireRunning();
        (Layer, Times) = (layer, times);
        if (PausedAt is null) Schedule(now);
        Raise("plan-changed", Id.Value);
    }

    public void Pause(Instant now)
    {
        if (EndedAt is null) (PausedAt, NextDueAt) = (PausedAt ?? now, null);
    }

    public void Resume(Instant now)
    {
        if (EndedAt is not null || PausedAt is null) return;
        PausedAt = null;
        Schedule(now);
    }

    public void End(Instant now)
    {
        if (EndedAt is not null) return;
        (EndedAt, NextDueAt) = (now, null);
        Raise("plan-ended", Id.Value);
    }

    private void Schedule(Instant now)
    {
        (NextDate, NextDueAt) = Times.Schedule.NextAfter(now);
        while (LastDate is { } last && NextDate <= last) (NextDate, NextDueAt) = Times.After(NextDate);
    }

    private void RequireRunning()
    {
        if (EndedAt is not null) throw new RuleBroken("plan-ended", "This plan has ended.");
    }
}
