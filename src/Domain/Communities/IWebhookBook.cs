namespace Mentorship.Domain.Communities;

/// <summary>The port to the one webhook of the community that was entered.</summary>
public interface IWebhookBook
{
    Task<Webhook?> Find(CancellationToken cancellation);

    void Remove(Webhook webhook);
}
