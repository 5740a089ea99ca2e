using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Notices.Webhook;
using NodaTime;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>
/// A coordinator says where the community's own tools are told what happens; answers the secret that each message is signed with. Again
/// makes a new secret, and the old one ends at once. 400 <c>url-invalid</c>.
/// </summary>
public sealed record SetWebhook(Actor Actor, string? Url) : ICommand<string>, IActed;

internal sealed class SetWebhookValidator : AbstractValidator<SetWebhook>
{
    public SetWebhookValidator() => RuleFor(s => s.Url).Must(Webhook.IsUrl)
        .WithErrorCode("url-invalid").WithMessage("An https address without a password, such as https://tools.example.org/inbox.");
}

internal sealed class SetWebhookHandler(IWebhookBook book, IStore<Webhook, WebhookId> webhooks, WebhookSecrets secrets, IClock clock)
    : IRequestHandler<SetWebhook, string>
{
    public async Task<string> Handle(SetWebhook command, CancellationToken cancellation)
    {
        var webhook = await book.Find(cancellation) ?? Added(command.Actor.Community);
        var secret = WebhookSignature.NewSecret();
        webhook.Set(command.Url!, secrets.Seal(webhook.Id, secret), clock.GetCurrentInstant());
        return secret;
    }

    private Webhook Added(CommunityId community)
    {
        var webhook = new Webhook(community);
        webhooks.Add(webhook);
        return webhook;
    }
}
