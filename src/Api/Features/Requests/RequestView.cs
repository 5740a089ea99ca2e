using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Requests;

/// <summary>One request for a mentor.</summary>
/// <param name="Id">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="Wishes">What the newcomer hopes for.</param>
/// <param name="State">open, matched or withdrawn; a coordinator also sees offered.</param>
/// <param name="RequestedAt">When the waiting began, UTC.</param>
public sealed record RequestView(Guid Id, Guid NewcomerId, string Pathway, RelationshipKind Kind, Wishes Wishes, RequestState State, Instant RequestedAt);

internal static class RequestViews
{
    /// <summary>To the newcomer a request that is offered is still open: going back from it would tell of somebody's no.</summary>
    public static RequestView ViewFor(this MentorRequest request, Actor reader) => new(
        request.Id.Value, request.Newcomer.Value, request.Pathway, request.Kind, request.Wishes,
        request.State == RequestState.Offered && !reader.Is(Roles.Coordinator) ? RequestState.Open : request.State, request.RequestedAt);
}
