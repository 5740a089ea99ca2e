using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Pairings;

/// <summary>The port for questions about requests that more than one row answers.</summary>
public interface IRequestBook
{
    /// <summary>The newcomer's request on this pathway and kind that is open or offered, if there is one.</summary>
    Task<MentorRequest?> OpenOf(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation);

    /// <summary>Every request that is open and has no offer out.</summary>
    Task<IReadOnlyList<MentorRequest>> Open(CancellationToken cancellation);

    /// <summary>Every request, open or closed, of these newcomers; a few hundred at a time.</summary>
    Task<IReadOnlyList<MentorRequest>> Of(IReadOnlyCollection<MemberId> newcomers, CancellationToken cancellation);
}
