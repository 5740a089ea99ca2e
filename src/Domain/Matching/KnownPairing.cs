using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>What matching needs to know of a pairing that exists or existed.</summary>
public sealed record KnownPairing(
    RequestId Request, MemberId Mentor, MemberId Newcomer, string Pathway, RelationshipKind Kind, PairingState State);
