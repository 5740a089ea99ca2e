using NodaTime;

namespace Mentorship.Domain.Communities;

/// <summary>Where the tools of one community are told that something happened, by codes and ids; its coordinators set it.</summary>
public sealed class Webhook : Entity
{
    public const int LongestUrl = 500;

    private static readonly HashSet<string> Told =
    [
        "pairing-proposed", "pairing-approved", "pairing-dismissed", "pairing-declined", "pairing-lapsed", "pairing-introduced",
        "pairing-first-met", "pairing-paused", "pairing-resumed", "pairing-ended", "pairing-ended-as-planned",
        "concern-raised", "concern-closed", "check-in-due", "check-in-answered", "check-in-missed", "check-in-excused",
    ];

    private Webhook() { }

    public Webhook(CommunityId community)
    {
        CommunityId = community;
        Id = WebhookId.New();
    }

    public WebhookId Id { get; private init; }

    public string Url { get; private set; } = "";

    /// <summary>What each message is signed with; shown once, when it is set.</summary>
    public Sealed Secret { get; private set; }

    public Instant SetAt { get; private set; }

    /// <summary>
    /// What coordinators may know of anyhow. Never that a mentor said yes: with a "no" after it, that would tell whose "no" it was.
    /// </summary>
    public static bool Tells(string code) => Told.Contains(code);

    /// <summary>An absolute https address without a name, a password or a fragment.</summary>
    public static bool IsUrl(string? text) => text is { Length: <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "https", UserInfo: "", Fragment: "" };

    public void Set(string url, Sealed secret, Instant now)
    {
        (Url, Secret, SetAt) = (url, secret, now);
        Raise("webhook-set", Id.Value);
    }

    /// <summary>The same secret under another key.</summary>
    public void Reseal(Sealed secret) => Secret = secret;

    /// <summary>Leaves a line in the audit trail; the row itself goes.</summary>
    public void Withdraw() => Raise("webhook-withdrawn", Id.Value);
}
