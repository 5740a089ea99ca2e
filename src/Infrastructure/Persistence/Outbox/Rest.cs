using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The days off of the member whom a note of the ladder is about.</summary>
/// <param name="DaysOff">All that they have.</param>
/// <param name="Times">Of the plan that asked them, whose clock says which date it is; its zone may be unknown by now.</param>
/// <param name="Since">When the note was made. On a day off the ladder makes none, so that only a note that waited meets one.</param>
public sealed record Rest(DaysOff DaysOff, PlanTimes Times, Instant Since)
{
    /// <summary>Whether one of them has begun, or has passed, while the note waited.</summary>
    public bool HasCome(Instant now) => DaysOff.IncludesAny(Times.Today(Since), Times.Today(now));
}
