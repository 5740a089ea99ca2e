using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Matching;

internal static class Proposals
{
    /// <summary>A proposal with the grounds on which it is made.</summary>
    public static Pairing Propose(this IStore<Pairing, PairingId> pairings, MentorRequest request, Candidate candidate, Instant now)
    {
        var pairing = new Pairing(request, candidate.Mentor, candidate.PolicyVersion, candidate.ToGrounds(), now);
        pairings.Add(pairing);
        request.ProposalMade();
        return pairing;
    }
}
