using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Inbox;

internal static class InboxEndpoints
{
    public static void MapInbox(this RouteGroupBuilder community)
    {
        var inbox = community.MapGroup("/inbox").WithTags("Inbox");
        inbox.MapGet("/", Read).Does<ReadInbox>().WithSummary("What you were told");
        inbox.MapPost("/{notice:guid}/read", MarkRead).Does<ReadNotice>().WithSummary("Say that you have read it");
    }

    private static async Task<Ok<Page<InboxItem>>> Read(
        CurrentMember me, IMediator mediator, string? cursor, int? limit, bool? newestFirst, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadInbox(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit), newestFirst ?? false), cancellation));

    private static async Task<NoContent> MarkRead(CurrentMember me, IMediator mediator, Guid notice, CancellationToken cancellation)
    {
        await mediator.Send(new ReadNotice(me.Actor, new(notice)), cancellation);
        return TypedResults.NoContent();
    }
}
