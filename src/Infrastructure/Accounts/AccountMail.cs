using Mentorship.Domain;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A mail to an address that may belong to no member yet, waiting to be sent; of no community. The row goes when the mail has gone,
/// and with it the only copy of the token.
/// </summary>
internal sealed class AccountMail
{
    /// <summary>How long one sender holds it for an attempt.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(5);

    private AccountMail() { }

    public AccountMail(Guid id, NoticeKind kind, Sealed address, Sealed? token, Instant now, Instant endsAt) =>
        (Id, Kind, Address, Token, CreatedAt, NextAttemptAt, EndsAt) = (id, kind, address, token, now, now, endsAt);

    /// <summary>Also the left half of the Message-ID, the same at every attempt.</summary>
    public Guid Id { get; private init; }

    public NoticeKind Kind { get; private init; }
    public Sealed Address { get; private init; }

    /// <summary>What its link holds; null where the link leads to a page for everybody.</summary>
    public Sealed? Token { get; private init; }

    public Instant CreatedAt { get; private init; }

    /// <summary>When it may next be tried; while a sender holds it, the end of its lease.</summary>
    public Instant NextAttemptAt { get; private set; }

    /// <summary>Counts attempts, and fences a sender that wakes after its lease.</summary>
    public int Attempts { get; private set; }

    /// <summary>From when on its link would be of no use.</summary>
    public Instant EndsAt { get; private init; }

    public void Claim(Instant leaseEnds) => (Attempts, NextAttemptAt) = (Attempts + 1, leaseEnds);

    public void TryAgainAt(Instant at) => NextAttemptAt = at;
}
