using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Repeats;

/// <summary>
/// The answer to a request that came with an Idempotency-Key, single for its member and key: held while the request is worked on, then kept
/// for a day. It keeps ids and nothing else, and of key and request only digests.
/// </summary>
public sealed class KeptAnswer : Entity
{
    public static readonly Duration KeptFor = Duration.FromHours(24);

    /// <summary>How long a request may take before it is believed dead, and another with its key may do the work.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(1);

    private KeptAnswer() { }

    public KeptAnswer(CommunityId community, MemberId member, byte[] key, byte[] request, Instant now)
    {
        CommunityId = community;
        (Member, Key) = (member, key);
        Hold(request, now);
    }

    public MemberId Member { get; private init; }

    /// <summary>SHA-256 of the key.</summary>
    public byte[] Key { get; private init; } = [];

    /// <summary>Digest of method, address and body under the key, so that another request with the same key is told apart.</summary>
    public byte[] Request { get; private set; } = [];

    public Instant HeldAt { get; private set; }

    /// <summary>Null while the request is worked on.</summary>
    public int? Status { get; private set; }

    public string? Location { get; private set; }

    /// <summary>As long as the ids are many: a publication answers for each of its lines.</summary>
    public byte[]? Body { get; private set; }

    public bool IsInFlight => Status is null;

    public bool IsOverAt(Instant now) => now >= HeldAt + (IsInFlight ? Lease : KeptFor);

    public void Hold(byte[] request, Instant now) => (Request, HeldAt, Status, Location, Body) = (request, now, null, null, null);

    public void Keep(int status, string? location, byte[]? body) => (Status, Location, Body) = (status, location, body);
}
