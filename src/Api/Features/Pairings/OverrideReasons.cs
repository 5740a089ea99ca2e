using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Pairings;

/// <summary>The written reason for an override, sealed under the key of the coordinator who wrote it.</summary>
internal static class OverrideReasons
{
    private const string Place = "Pairings.OverrideReason";

    public static Task<Sealed> SealReason(
        this IVault vault, MemberId coordinator, PairingId pairing, string reason, CancellationToken cancellation) =>
        vault.Seal(coordinator, Place, pairing.Value, reason, cancellation);

    /// <summary>Null where there is none, or where nobody can read it any more because its author's key is gone.</summary>
    public static async Task<string?> OpenReason(this IVault vault, MemberId? coordinator, Pairing pairing, CancellationToken cancellation)
    {
        if (coordinator is not { } author || pairing.OverrideReason is not { } reason) return null;
        return await vault.TryOpen(author, Place, pairing.Id.Value, reason, cancellation);
    }
}
