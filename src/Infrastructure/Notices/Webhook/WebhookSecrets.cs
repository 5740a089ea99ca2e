using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>The secrets of webhooks at rest: of no member, so under the master key.</summary>
internal sealed class WebhookSecrets(RingSeal seal)
{
    private const string Use = "webhook/secret";

    public Sealed Seal(WebhookId webhook, string secret) => seal.Seal(Use, webhook.Value, secret);

    public string Open(WebhookId webhook, Sealed secret) => seal.Open(Use, webhook.Value, secret);

    public bool IsCurrent(Sealed secret) => seal.IsCurrent(secret);
}
