using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Api.Http.Repeats;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Requests;

internal static class RequestsEndpoints
{
    public static void MapRequests(this RouteGroupBuilder community)
    {
        var requests = community.MapGroup("/requests").WithTags("Requests");
        requests.MapPost("/", Ask).Does<AskForMentor>().TakesIdempotencyKey().WithSummary("Ask for a mentor");
        requests.MapGet("/", Waiting).Does<WaitingRequests>().WithSummary("Who waits, longest first").RequireRole(Roles.Coordinator);
        requests.MapGet("/mine", Mine).Does<MyRequests>().WithSummary("What you asked for");
        requests.MapGet("/{request:guid}", Read).Does<ReadRequest>().WithSummary("One request");
        requests.MapPost("/{request:guid}/withdrawal", Withdraw).Does<WithdrawRequest>().WithSummary("Take your request back");
        requests.MapGet("/{request:guid}/wishes", Wished).Does<ReadWishes>().WithSummary("What you hope for in a mentor");
        requests.MapPut("/{request:guid}/wishes", Wish).Does<ChangeWishes>().WithSummary("Say anew what you hope for, each a must or a preference");
    }

    private static async Task<Created<RequestMade>> Ask(CurrentMember me, IMediator mediator, AskBody body, CancellationToken cancellation)
    {
        var id = await mediator.Send(new AskForMentor(me.Actor, body.Pathway, body.Kind, body.Wishes ?? Wishes.None), cancellation);
        return TypedResults.Created($"/api/v1/communities/{me.Actor.Community}/requests/{id}", new RequestMade(id.Value));
    }

    private static async Task<Ok<Page<WaitingRequest>>> Waiting(
        CurrentMember me, IMediator mediator, Word<RequestState>? state, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new WaitingRequests(me.Actor, state?.Value, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<Page<RequestView>>> Mine(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MyRequests(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<VersionedOk<RequestView>> Read(CurrentMember me, IMediator mediator, Guid request, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadRequest(me.Actor, new(request)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<VersionedOk<Wishes>> Wished(CurrentMember me, IMediator mediator, Guid request, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ReadWishes(me.Actor, new(request)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<NoContent> Wish(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid request, Wishes wishes, CancellationToken cancellation)
    {
        await mediator.Send(new ChangeWishes(me.Actor, new(request), ifMatch.Version, wishes), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Withdraw(CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid request, CancellationToken cancellation)
    {
        await mediator.Send(new WithdrawRequest(me.Actor, new(request), ifMatch.Version), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Pathway">Catalogue id.</param>
    /// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
    /// <param name="Wishes">What you hope for; each a preference unless named a must.</param>
    public sealed record AskBody(string Pathway, RelationshipKind Kind, Wishes? Wishes);

    /// <param name="Id">The request that was made.</param>
    public sealed record RequestMade(Guid Id);
}
