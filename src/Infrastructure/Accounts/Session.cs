using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// One step of a signed-in device: a refresh ends it and begins the next of its family. An ended one is kept until its refresh
/// token would have expired, so that a stolen one is known when it is used again.
/// </summary>
internal sealed class Session
{
    private Session() { }

    public Session(Guid account, string stamp, Guid family, Instant beganAt, Instant now) =>
        (Id, AccountId, Stamp, Family, BeganAt, CreatedAt) = (Guid.CreateVersion7(), account, stamp, family, beganAt, now);

    public Guid Id { get; private init; }
    public Guid AccountId { get; private init; }

    /// <summary>The account's security stamp, as it was read together with the password; a new password brings another.</summary>
    public string Stamp { get; private init; } = "";

    public Guid Family { get; private init; }

    /// <summary>When somebody last signed in with a password: the family's longest life counts from here.</summary>
    public Instant BeganAt { get; private init; }

    public Instant CreatedAt { get; private init; }

    /// <summary>SHA-256 of the access token, or of the key in a page's cookie.</summary>
    public byte[] AccessHash { get; private set; } = [];

    public Instant AccessEndsAt { get; private set; }

    /// <summary>SHA-256 of the refresh token; null for pages, whose cookie is extended instead.</summary>
    public byte[]? RefreshHash { get; private set; }

    /// <summary>From when on nothing of it is of use, and the row can go.</summary>
    public Instant EndsAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public void Grant(OpaqueToken access, Instant accessEndsAt, OpaqueToken? refresh, Instant endsAt) =>
        (AccessHash, AccessEndsAt, RefreshHash, EndsAt) = (access.Hash, accessEndsAt, refresh?.Hash, endsAt);

    public void Extend(Instant until) => (AccessEndsAt, EndsAt) = (until, until);

    public void End(Instant now) => EndedAt ??= now;
}
