using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentorship.Api.Features.Webhooks;

internal static class WebhooksEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder community)
    {
        var webhook = community.MapGroup("/webhook").WithTags("Webhook").RequireRole(Roles.Coordinator);
        webhook.MapGet("/", Read).Does<ReadWebhook>().WithSummary("Where your own tools are told what happens");
        webhook.MapPut("/", Set).Does<SetWebhook>().WithSummary("Say where, and get the secret that messages are signed with, once");
        webhook.MapDelete("/", End).Does<WithdrawWebhook>().WithSummary("End it");
    }

    private static async Task<Ok<WebhookView>> Read(CurrentMember me, IMediator mediator, CancellationToken cancellation) =>
        TypedResults.Ok(await mediator.Send(new ReadWebhook(me.Actor), cancellation));

    private static async Task<Ok<WebhookSecret>> Set(
        CurrentMember me, IMediator mediator, WebhookBody body, CancellationToken cancellation) =>
        TypedResults.Ok(new WebhookSecret(await mediator.Send(new SetWebhook(me.Actor, body.Url), cancellation)));

    private static async Task<NoContent> End(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        await mediator.Send(new WithdrawWebhook(me.Actor), cancellation);
        return TypedResults.NoContent();
    }

    /// <param name="Url">An https address of the open Internet, at most 500 characters.</param>
    public sealed record WebhookBody(string? Url);

    /// <param name="Secret">whsec_ and base64, as Standard Webhooks has it. It is not shown again.</param>
    public sealed record WebhookSecret(string Secret);
}
