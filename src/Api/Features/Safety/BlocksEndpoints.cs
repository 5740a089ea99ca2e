using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Safety;

internal static class BlocksEndpoints
{
    public static void MapBlocks(this RouteGroupBuilder community)
    {
        var blocks = community.MapGroup("/blocks").WithTags("Safety");
        blocks.MapGet("/", Mine).Does<MyBlocks>().WithSummary("The blocks that you have set");
        blocks.MapPost("/", Block).Does<BlockPartner>().WithSummary("Block the other of one of your pairings: it ends at once, and they are never told why");
        blocks.MapGet("/conflicts", Conflicts).Does<DeclaredConflicts>().WithSummary("Declared conflicts").RequireRole(Roles.Coordinator);
        blocks.MapPost("/conflicts", Declare).Does<DeclareConflict>().RequireRole(Roles.Coordinator)
            .WithSummary("Declare that two members are never to be paired");
        blocks.MapDelete("/{block:guid}", Lift).Does<LiftBlock>().WithSummary("Lift a block of your own, or as a coordinator a conflict");
    }

    private static async Task<Ok<Page<MyBlock>>> Mine(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new MyBlocks(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<Page<DeclaredConflict>>> Conflicts(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new DeclaredConflicts(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));

    private static async Task<Ok<BlockSet>> Block(CurrentMember me, IMediator mediator, BlockBody body, CancellationToken cancellation) =>
        Standing(await mediator.Send(new BlockPartner(me.Actor, new(body.Pairing)), cancellation));

    private static async Task<Ok<BlockSet>> Declare(
        CurrentMember me, IMediator mediator, ConflictBody body, CancellationToken cancellation) =>
        Standing(await mediator.Send(new DeclareConflict(me.Actor, new(body.One), new(body.Other)), cancellation));

    private static async Task<NoContent> Lift(CurrentMember me, IMediator mediator, Guid block, CancellationToken cancellation)
    {
        await mediator.Send(new LiftBlock(me.Actor, new(block)), cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>200 for a new one and for one that stood already: the two are answered the same.</summary>
    private static Ok<BlockSet> Standing(BlockId id) => TypedResults.Ok(new BlockSet(id.Value));

    /// <param name="Id">The block.</param>
    public sealed record BlockSet(Guid Id);

    /// <param name="Pairing">One of your pairings, at whatever stage.</param>
    public sealed record BlockBody(Guid Pairing);

    /// <param name="One">One member.</param>
    /// <param name="Other">The other member.</param>
    public sealed record ConflictBody(Guid One, Guid Other);
}
