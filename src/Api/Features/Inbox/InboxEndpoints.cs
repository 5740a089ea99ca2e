using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Inbox;

internal static class InboxEndpoints
{
    public static void MapInbox(this RouteGroupBuilder community) =>
        community.MapGet("/inbox", Read).Does<ReadInbox>().WithTags("Inbox").WithSummary("What you were told");

    private static async Task<Ok<Page<InboxItem>>> Read(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadInbox(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));
}
