using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Members;

/// <summary>Contact details on their way into the vault and out of it.</summary>
internal static class SealedContact
{
    /// <summary>Seals both for a member whom lists know by this address from now on.</summary>
    public static async Task SealContactOf(this IVault vault, Member member, string email, string? phone, CancellationToken cancellation) =>
        member.Reach(await vault.SealContact(member.Id, email, phone, cancellation), vault.HashOfEmail(member.CommunityId, email));

    public static async Task<ContactDetails> SealContact(
        this IVault vault, MemberId owner, string email, string? phone, CancellationToken cancellation) => new(
        await vault.Seal(owner, ContactDetails.EmailPlace, owner.Value, email, cancellation),
        await vault.SealPhone(owner, phone, cancellation));

    public static async Task<Sealed?> SealPhone(this IVault vault, MemberId owner, string? phone, CancellationToken cancellation) =>
        phone is null ? null : await vault.Seal(owner, ContactDetails.PhonePlace, owner.Value, phone, cancellation);

    /// <summary>Nothing where there is none, or where the key of the member was erased.</summary>
    public static async Task<(string? Email, string? Phone)> OpenContact(
        this IVault vault, MemberId owner, ContactDetails contact, CancellationToken cancellation) => (
        contact.Email is { } email ? await vault.TryOpen(owner, ContactDetails.EmailPlace, owner.Value, email, cancellation) : null,
        contact.Phone is { } phone ? await vault.TryOpen(owner, ContactDetails.PhonePlace, owner.Value, phone, cancellation) : null);
}
