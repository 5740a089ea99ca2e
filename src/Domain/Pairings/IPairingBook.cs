using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Pairings;

/// <summary>The port for questions about a newcomer's places that more than one row answers.</summary>
public interface IPairingBook
{
    /// <summary>The places that the newcomer's open pairings on this pathway and kind take.</summary>
    Task<IReadOnlyList<int>> TakenSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation);

    /// <summary>How many of those places a pairing holds in which the two were introduced: of an offer the newcomer must not learn.</summary>
    Task<int> IntroducedSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation);

    /// <summary>What is proposed for a request and waits for review.</summary>
    Task<IReadOnlyList<Pairing>> ProposedFor(RequestId request, CancellationToken cancellation);

    /// <summary>Pairings whose planned end has come, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Pairing>> PastEnd(NodaTime.Instant now, int take, CancellationToken cancellation);

    /// <summary>Offers, and offers that were declined and hold a place, whose answer window has passed, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Pairing>> PastAnswer(NodaTime.Instant now, int take, CancellationToken cancellation);

    /// <summary>
    /// Counts up its version with the save: what was decided because the pairing runs is saved, or its end is, and the other looks again.
    /// </summary>
    void Hold(Pairing pairing);

    /// <summary>The pairing's check-in plans that have not ended.</summary>
    Task<IReadOnlyList<CheckIns.CheckInPlan>> RunningPlans(PairingId pairing, CancellationToken cancellation);
}
