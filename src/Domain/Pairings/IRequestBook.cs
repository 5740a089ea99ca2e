using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Pairings;

/// <summary>The port for questions about requests that more than one row answers.</summary>
public interface IRequestBook
{
    Task<bool> HasOpen(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation);

    /// <summary>Requests whose offer fell through and which wait for the next candidate, longest wait first.</summary>
    Task<IReadOnlyList<MentorRequest>> NeedingProposal(int take, CancellationToken cancellation);
}
