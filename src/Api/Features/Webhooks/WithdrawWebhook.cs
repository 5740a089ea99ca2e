using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>A coordinator ends the webhook; what still waited to be sent is dropped. Again changes nothing.</summary>
public sealed record WithdrawWebhook(Actor Actor) : ICommand<Unit>, IActed;

internal sealed class WithdrawWebhookHandler(IWebhookBook book) : IRequestHandler<WithdrawWebhook, Unit>
{
    public async Task<Unit> Handle(WithdrawWebhook command, CancellationToken cancellation)
    {
        if (await book.Find(cancellation) is not { } webhook) return Unit.Value;
        webhook.Withdraw();
        book.Remove(webhook);
        return Unit.Value;
    }
}
