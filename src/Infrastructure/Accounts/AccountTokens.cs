using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Mails links that prove who reads an address, and takes them back once.</summary>
internal sealed class AccountTokens(MentorshipDb db, AccountMails mails, RingSeal seal, AddressLookup lookup, IClock clock)
{
    private const string Use = "account/token-address";

    public static readonly Duration ToConfirm = Duration.FromHours(24), ToReset = Duration.FromHours(1);

    public void MailConfirmation(string address, string passwordHash) =>
        Mail(TokenPurpose.ConfirmAddress, NoticeKind.ConfirmAddress, address, passwordHash, ToConfirm);

    public void MailReset(string address) => Mail(TokenPurpose.ResetPassword, NoticeKind.ResetPassword, address, null, ToReset);

    /// <summary>
    /// The address that a link proves and the password hash it carries; throws <c>link-not-valid</c> for any that cannot be taken.
    /// </summary>
    public async Task<(string Address, string? PasswordHash)> Read(TokenPurpose purpose, string? token, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var row = OpaqueToken.HashOf(token) is { } hash
            ? await db.Set<AccountToken>().FirstOrDefaultAsync(t => t.Hash == hash && t.Purpose == purpose && t.EndsAt > now, cancellation)
            : null;
        return row is null ? throw NotValid() : (seal.Open(Use, row.Id, row.Address), row.PasswordHash);
    }

    /// <summary>After one was used: none of that purpose for the address can be used any more.</summary>
    public async Task VoidAll(TokenPurpose purpose, string address, CancellationToken cancellation)
    {
        var hashes = lookup.EachOf(address);
        var rows = db.Set<AccountToken>().Where(t => t.Purpose == purpose && hashes.Contains(t.AddressHash));
        db.RemoveRange(await rows.ToListAsync(cancellation));
    }

    public static RuleBroken NotValid() => new("link-not-valid", "This link was used before or is too old. Ask for a new one.");

    private void Mail(TokenPurpose purpose, NoticeKind kind, string address, string? passwordHash, Duration life)
    {
        var (id, token, endsAt) = (Guid.CreateVersion7(), OpaqueToken.New(), clock.GetCurrentInstant() + life);
        db.Add(new AccountToken(id, purpose, token.Hash, seal.Seal(Use, id, address), lookup.Of(address), passwordHash, endsAt));
        mails.Add(kind, address, token, endsAt);
    }
}
