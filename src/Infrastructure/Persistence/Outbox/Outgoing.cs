using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>
/// waiting → sent | dropped: dropped when it may no longer go, nobody is there to get it, or it came back after it was sent.
/// </summary>
public enum NoticeState
{
    Waiting,
    Sent,
    Dropped,
}

/// <summary>
/// A row of the outbox: it waits, one sender at a time holds it for an attempt, and in the end it has left or never will.
/// </summary>
public abstract class Outgoing : Entity
{
    private Instant? _wasDueAt; // of the claim that holds it, and no column

    public NoticeState State { get; private set; }

    /// <summary>When it may next be tried; while a sender holds it, the end of its lease. Null once sent or dropped.</summary>
    public Instant? NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }
    public Instant? SentAt { get; private set; }

    /// <summary>
    /// Takes it for one attempt: nobody else tries before the lease ends. The version fences a sender that wakes too late.
    /// </summary>
    public void Claim(Instant leaseEnds) => (Attempts, _wasDueAt, NextAttemptAt) = (Attempts + 1, NextAttemptAt, leaseEnds);

    public void Sent(Instant now) => (State, SentAt, NextAttemptAt) = (NoticeState.Sent, now, null);

    public void Drop() => (State, SentAt, NextAttemptAt) = (NoticeState.Dropped, null, null);

    /// <summary>It is tried from now on as if it never had been, although it was dropped.</summary>
    public void GoAfterAll(Instant now) => (State, Attempts, NextAttemptAt) = (NoticeState.Waiting, 0, now);

    public void TryAgainAt(Instant at) => NextAttemptAt = at;

    /// <summary>It was taken and not tried: anybody may take it from then on, and the attempt does not count.</summary>
    public void GiveBack(Instant from) => (Attempts, NextAttemptAt) = (Attempts - 1, from);

    /// <summary>The same, in the place that it had among those that wait.</summary>
    public void GiveBack() => GiveBack(_wasDueAt!.Value);
}
