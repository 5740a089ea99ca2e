using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>What lies on a board, as read at one moment.</summary>
/// <param name="Policy">The community's own decisions.</param>
/// <param name="PolicyVersion">Which of them: proposals record it.</param>
/// <param name="Now">The moment of every judgement; the coming year begins here.</param>
/// <param name="Asks">The requests in view.</param>
/// <param name="Mentors">The mentors in view.</param>
/// <param name="Pairings">Every pairing of the requests, every place their newcomers hold, every proposal for an open request.</param>
/// <param name="Separations">Blocks, conflicts and "not again" of the newcomers in view, either way.</param>
public sealed record BoardRows(
    Policy Policy, int PolicyVersion, Instant Now, IReadOnlyList<Ask> Asks, IReadOnlyList<Member> Mentors,
    IReadOnlyList<KnownPairing> Pairings, IReadOnlyList<Separation> Separations)
{
    /// <summary>Of the mentors in view who had an offer in the past year.</summary>
    public IReadOnlyList<AnsweredOffers> Offers { get; init; } = [];
}
