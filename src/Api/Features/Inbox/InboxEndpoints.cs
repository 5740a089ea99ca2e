using MediatR;
using Mentorship.Api.Http;

namespace Mentorship.Api.Features.Inbox;

internal static class InboxEndpoints
{
    public static void MapInbox(this RouteGroupBuilder community) =>
        community.MapGet("/inbox", Read).WithTags("Inbox").WithSummary("What you were told");

    private static async Task<IResult> Read(CurrentMember me, IMediator mediator, string? cursor, int? limit, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadInbox(me.Actor, Cursor.Parse(cursor), Cursor.Limit(limit)), cancellation));
}
