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
        notices.MapGet("/", Read).Does<NoticeChoices>().WithSummary("By which ways you are told");
        notices.MapPut("/", Set).Does<SetNotices>()
            .WithSummary("Start or stop e-mail and texts; needs no If-Match, so that a stop never fails");
    }

    private static async Task<Ok<NoticesView>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        var chosen = await mediator.Send(new NoticeChoices(me.Actor, me.Actor.Member), cancellation);
        return TypedResults.Ok(new NoticesView(chosen.Email, chosen.Sms));
    }

    private static async Task<NoContent> Set(CurrentMember me, IMediator mediator, NoticesBody body, CancellationToken cancellation)
    {
        await mediator.Send(new SetNotices(me.Actor, me.Actor.Member, body.Email, body.Sms), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Email">Whether notices go out to you by e-mail; the inbox is always on.</param>
    /// <param name="Sms">Whether notices go to your telephone too.</param>
    public sealed record NoticesView(bool Email, bool Sms);

    /// <param name="Email">Whether notices go out to you by e-mail; left out, it stays as it is.</param>
    /// <param name="Sms">True when you agree to notices at your telephone; left out, it stays as it is.</param>
    public sealed record NoticesBody(bool? Email = null, bool? Sms = null);
}
