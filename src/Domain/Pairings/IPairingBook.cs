using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Pairings;

/// <summary>The port for questions about a newcomer's places that more than one row answers.</summary>
public interface IPairingBook
{
    /// <summary>The places that the newcomer's open pairings on this pathway and kind take.</summary>
    Task<IReadOnlyList<int>> TakenSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation);

    /// <summary>Pairings whose answer window has passed, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Pairing>> PastAnswer(NodaTime.Instant now, int take, CancellationToken cancellation);

    /// <summary>The pairing's check-in plans that have not ended.</summary>
    Task<IReadOnlyList<CheckIns.CheckInPlan>> RunningPlans(PairingId pairing, CancellationToken cancellation);
}
