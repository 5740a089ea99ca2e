using MediatR;
using Mentorship.Api.Http;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Api.Features.Requests;

internal static class RequestsEndpoints
{
    public static void MapRequests(this RouteGroupBuilder community)
    {
        var requests = community.MapGroup("/requests").WithTags("Requests");
        requests.MapPost("/", Ask).WithSummary("Ask for a mentor");
        requests.MapGet("/", Waiting).WithSummary("Who waits, longest first").RequireRole(Roles.Coordinator);
        requests.MapPost("/{request:guid}/withdrawal", Withdraw).WithSummary("Take your request back");
    }

    private static async Task<IResult> Ask(CurrentMember me, IMediator mediator, AskBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AskForMentor(me.Actor, body.Pathway, body.Kind, body.Wishes ?? Wishes.None), cancellation);
        return TypedResults.Created((string?)null, new { id = id.Value });
    }

    private static async Task<IResult> Waiting(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new WaitingRequests(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<IResult> Withdraw(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid request, CancellationToken cancellation)
    {
        await mediator.Send(new WithdrawRequest(me.Actor, new(request), ifMatch.Version), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Pathway">Catalogue id.</param>
    /// <param name="Kind">sponsor, temporaryContact or accountabilityPartner.</param>
    /// <param name="Wishes">What you hope for; each a preference unless named a must.</param>
    public sealed record AskBody(string Pathway, RelationshipKind Kind, Wishes? Wishes);
}
