using System.Security.Cryptography;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Notices.Webhook;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Brings what hangs on an older master key under the current one: members' data keys are wrapped anew, addresses hashed anew, the keys of
/// cookies sealed anew. What is current is left alone, so it can be stopped and begun again. The caller saves.
/// </summary>
internal sealed class KeyRotation(
    MentorshipDb db, MasterKeys masters, LookupHash hash, IVault vault, RingSeal seal, WebhookSecrets webhooks,
    UserManager<AccountUser> users, IUserEmailStore<AccountUser> addresses)
{
    /// <summary>Everybody in the community who has a key; who has none has nothing sealed.</summary>
    public Task<List<MemberId>> Members(CancellationToken cancellation) =>
        db.MemberKeys.Select(k => k.Member).ToListAsync(cancellation);

    public Task<List<Guid>> Accounts(CancellationToken cancellation) => db.Users.Select(u => u.Id).ToListAsync(cancellation);

    /// <summary>How many go on being known by an address that is no longer kept, which only the older key can find.</summary>
    public async Task<int> RotateMembers(IReadOnlyList<MemberId> ids, CancellationToken cancellation)
    {
        var keys = await db.MemberKeys.Where(k => ids.Contains(k.Member)).ToListAsync(cancellation);
        foreach (var key in keys.Where(k => masters.NeedsRewrap(new WrappedKey(k.Wrapped))))
            key.Rewrap(masters.Rewrap(new WrappedKey(key.Wrapped), key.Member.Value).Bytes.ToArray());
        foreach (var webhook in await db.Webhooks.ToListAsync(cancellation))
            if (!webhooks.IsCurrent(webhook.Secret)) webhook.Reseal(webhooks.Seal(webhook.Id, webhooks.Open(webhook.Id, webhook.Secret)));
        var left = 0;
        var hashed = db.Members.Where(m => ids.Contains(m.Id) && (m.EmailHash != null || m.PhoneHash != null));
        foreach (var member in await hashed.ToListAsync(cancellation))
        {
            if (member.EmailHash is not null && !await HashAnew(member, cancellation)) left++;
            if (member.PhoneHash is not null) await HashPhoneAnew(member, cancellation);
        }
        return left;
    }

    public async Task RotateAccounts(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        foreach (var account in await db.Users.Where(u => ids.Contains(u.Id)).ToListAsync(cancellation))
        {
            if (seal.IsCurrent(account.Address)) continue;
            await addresses.SetEmailAsync(account, await addresses.GetEmailAsync(account, cancellation), cancellation);
            await users.UpdateNormalizedEmailAsync(account);
        }
    }

    /// <summary>Those of cookies and forms.</summary>
    public async Task RotateDataProtection(CancellationToken cancellation)
    {
        foreach (var key in await db.Set<DataProtectionKey>().ToListAsync(cancellation))
        {
            try
            {
                key.Xml = RingXml.Anew(key.Xml, seal);
            }
            catch (CryptographicException)
            {
                // Sealed under a master key that was taken out: nobody can use it, and another was made long ago.
            }
        }
    }

    // Lists may know a member by another address than the one that they are reached at: then its hash cannot be made again.
    private async Task<bool> HashAnew(Member member, CancellationToken cancellation)
    {
        if (member.Contact.Email is not { } email) return false;
        if (await vault.TryOpen(member.Id, ContactDetails.EmailPlace, member.Id.Value, email, cancellation) is not { } address) return false;
        var each = hash.EachOfEmail(member.CommunityId.Value, address);
        var under = each.Index().FirstOrDefault(h => h.Item.AsSpan().SequenceEqual(member.EmailHash), (-1, [])).Index;
        if (under > 0) member.Reach(member.Contact, each[0]);
        return under >= 0;
    }

    // Texts are for the number of now alone; one that was agreed for another number finds nobody whom it could help.
    private async Task HashPhoneAnew(Member member, CancellationToken cancellation)
    {
        if (member.Contact.Phone is not { } phone) return;
        if (await vault.TryOpen(member.Id, ContactDetails.PhonePlace, member.Id.Value, phone, cancellation) is not { } number) return;
        var each = hash.EachOfPhone(member.CommunityId.Value, number);
        if (each.Skip(1).Any(older => older.AsSpan().SequenceEqual(member.PhoneHash))) member.RehashPhone(each[0]);
    }
}
