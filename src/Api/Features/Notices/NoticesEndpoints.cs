using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Notices;

internal static class NoticesEndpoints
{
    public static void MapNotices(this RouteGroupBuilder community)
    {
        var notices = community.MapGroup("/members/me/notices").WithTags("Inbox");
        notices.MapGet("/", Read).Does<NoticeChoices>().WithSummary("Whether you are told by e-mail");
        notices.MapPut("/", Set).Does<SetNotices>().WithSummary("Start or stop e-mail; needs no If-Match, so that a stop never fails");
    }

    private static async Task<Ok<NoticesBody>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(new NoticesBody((await mediator.Send(new NoticeChoices(me.Actor, me.Actor.Member), cancellation)).Email));

    private static async Task<NoContent> Set(CurrentMember me, IMediator mediator, NoticesBody body, CancellationToken cancellation)
    {
        await mediator.Send(new SetNotices(me.Actor, me.Actor.Member, body.Email), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Email">Whether notices go out to you by e-mail; the inbox in the app is always on.</param>
    public sealed record NoticesBody(bool Email);
}
