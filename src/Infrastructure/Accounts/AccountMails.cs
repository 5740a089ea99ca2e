using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// The outbox of account mails. Adding joins the use case's save; claiming and recording save for themselves, as the sender's steps.
/// </summary>
internal sealed class AccountMails(MentorshipDb db, RingSeal seal, IClock clock)
{
    private const string AddressUse = "account/mail-address", TokenUse = "account/mail-token";

    public void Add(NoticeKind kind, string address, OpaqueToken? token, Instant endsAt)
    {
        var id = Guid.CreateVersion7();
        Sealed? sealedToken = token is { } given ? seal.Seal(TokenUse, id, given.Text) : null;
        db.Add(new AccountMail(id, kind, seal.Seal(AddressUse, id, address), sealedToken, clock.GetCurrentInstant(), endsAt));
    }

    public string AddressOf(AccountMail mail) => seal.Open(AddressUse, mail.Id, mail.Address);

    public string? TokenOf(AccountMail mail) => mail.Token is { } token ? seal.Open(TokenUse, mail.Id, token) : null;

    /// <summary>Takes waiting mails for one attempt, but for those that another sender took in between.</summary>
    public async Task<IReadOnlyList<AccountMail>> Claim(Duration lease, int take, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var waiting = await db.Set<AccountMail>().Where(m => m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).Take(take).ToListAsync(cancellation);
        foreach (var mail in waiting) mail.Claim(now + lease);
        await db.Record();
        return [.. waiting.Where(m => db.Entry(m).State != EntityState.Detached)];
    }

    public Task<bool> PushBack(AccountMail mail, Instant until)
    {
        mail.TryAgainAt(until);
        return db.Record();
    }

    /// <summary>Sent, or never to be sent.</summary>
    public Task<bool> Remove(AccountMail mail)
    {
        db.Remove(mail);
        return db.Record();
    }
}
