using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Asks the mailbox of a new address, takes its answer by the link of the note, and tells the mailbox of before; the caller saves.
/// </summary>
internal sealed class AddressChanges(
    MentorshipDb db, CommunityScope scope, AccountMails mails, MailAllowance allowance, IVault vault, IClock clock)
{
    private static readonly Duration Week = Duration.FromDays(7);

    /// <summary>Mails the link; nothing where too many were asked for of late, by this member or here for this address.</summary>
    public async Task Ask(MemberId member, string address, CancellationToken cancellation)
    {
        if (!allowance.TakeChange(scope.Community, member, address)) return;
        var (token, now) = (OpaqueToken.New(), clock.GetCurrentInstant());
        if (await Of(member, cancellation) is not { } change) db.Add(change = new AddressChange(scope.Community, member));
        change.Ask(await vault.Seal(member, AddressChange.AddressPlace, member.Value, address, cancellation), token.Hash, now);
        mails.Add(NoticeKind.ConfirmContact, address, token, change.EndsAt);
    }

    /// <summary>What was asked for before is of no interest any more.</summary>
    public async Task Drop(MemberId member, CancellationToken cancellation)
    {
        if (await Of(member, cancellation) is { } change) db.Remove(change);
    }

    /// <summary>
    /// Whose address a link stands for, and which; throws <c>link-not-valid</c>. Enters the member's community as the service itself, for
    /// the link proves who reads a mailbox and no more.
    /// </summary>
    public async Task<(MemberId Member, string Address)> Take(string? token, CancellationToken cancellation)
    {
        var (hash, now) = (OpaqueToken.HashOf(token) ?? throw AccountTokens.NotValid(), clock.GetCurrentInstant());
        var change = await db.Set<AddressChange>().IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .FirstOrDefaultAsync(c => c.TokenHash == hash && c.EndsAt > now, cancellation) ?? throw AccountTokens.NotValid();
        scope.Enter(Actor.System(change.CommunityId));
        db.Remove(change);
        return (change.Member, await AddressOf(change, cancellation) ?? throw AccountTokens.NotValid());
    }

    /// <summary>The address that still waits for its mailbox's yes, if there is one.</summary>
    public async Task<string?> WaitingOf(MemberId member, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var change = await db.Set<AddressChange>().AsNoTracking().FirstOrDefaultAsync(c => c.Member == member && c.EndsAt > now, cancellation);
        return change is null ? null : await AddressOf(change, cancellation);
    }

    /// <summary>Says at the address of before that there is another one now, and not which.</summary>
    public void Tell(string before) => mails.Add(NoticeKind.ContactChanged, before, null, clock.GetCurrentInstant() + Week);

    private Task<AddressChange?> Of(MemberId member, CancellationToken cancellation) =>
        db.Set<AddressChange>().FirstOrDefaultAsync(c => c.Member == member, cancellation);

    private Task<string?> AddressOf(AddressChange change, CancellationToken cancellation) =>
        vault.TryOpen(change.Member, AddressChange.AddressPlace, change.Member.Value, change.Address, cancellation);
}
