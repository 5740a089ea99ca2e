using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Safety;

internal static class ConcernsEndpoints
{
    public static void MapConcerns(this RouteGroupBuilder community)
    {
        var concerns = community.MapGroup("/concerns").WithTags("Safety");
        concerns.MapGet("/", List).Does<ConcernsForReview>().WithSummary("What needs a person: open ones first, never words").RequireRole(Roles.Coordinator);
        concerns.MapGet("/{concern:guid}", Read).Does<ConcernForReview>().WithSummary("One of them").RequireRole(Roles.Coordinator);
        concerns.MapPost("/{concern:guid}/close", Close).Does<CloseConcern>().WithSummary("Say that it was looked after").RequireRole(Roles.Coordinator);
    }

    private static async Task<Ok<Page<ReviewedConcern>>> List(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ConcernsForReview(me.Actor, ConcernCursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<VersionedOk<ReviewedConcern>> Read(
        CurrentMember me, IMediator mediator, Guid concern, CancellationToken cancellation)
    {
        var found = await mediator.Send(new ConcernForReview(me.Actor, new(concern)), cancellation);
        return found.View.WithETag(found.Version);
    }

    private static async Task<NoContent> Close(
        CurrentMember me, IMediator mediator, IfMatch ifMatch, Guid concern, CancellationToken cancellation)
    {
        await mediator.Send(new CloseConcern(me.Actor, new(concern), ifMatch.Version), cancellation);
        return TypedResults.NoContent();
    }
}
