using NodaTime;

namespace Mentorship.Infrastructure.Notices;

/// <summary>How the webhook of one community fares on this host since it started.</summary>
public sealed class WebhookStanding
{
    private volatile WebhookFailure? _lastFailure;

    public Circuit Circuit { get; } = new();

    public WebhookFailure? LastFailure
    {
        get => _lastFailure;
        set => _lastFailure = value;
    }
}

/// <summary>When a message was not taken, and why in kebab-case, such as <c>timeout</c> or <c>http-500</c>.</summary>
public sealed record WebhookFailure(Instant At, string Code);
