using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A member is reached at another address, which was proven to be read by whoever asked for it: lists know them by it from now on, unless
/// they know somebody else by it, and the mailbox of before hears that there is another.
/// </summary>
internal sealed class AddressMove(IMemberBook book, AddressChanges changes, IVault vault)
{
    public async Task To(Member member, string address, CancellationToken cancellation)
    {
        var (before, _) = await vault.OpenContact(member.Id, member.Contact, cancellation);
        var email = await vault.Seal(member.Id, ContactDetails.EmailPlace, member.Id.Value, address, cancellation);
        member.Move(member.Contact with { Email = email }, await KnownBy(member, address, cancellation));
        if (before is not null) changes.Tell(before);
    }

    private async Task<byte[]?> KnownBy(Member member, string address, CancellationToken cancellation)
    {
        var hashes = vault.EachHashOfEmail(member.CommunityId, address);
        var others = await book.ByEmailHashes(hashes, cancellation);
        return others.All(other => other.Id == member.Id) ? hashes[0] : member.EmailHash;
    }
}
