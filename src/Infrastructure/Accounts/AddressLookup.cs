using System.Security.Cryptography;
using System.Text;
using Mentorship.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Finds an account by its address without storing the address: HMAC-SHA-256 of Identity's normalised form under a key of each
/// master key. Identity's own searches send the address itself to the database first, so <see cref="AccountBook"/> searches by these.
/// </summary>
internal sealed class AddressLookup(MasterKeys masterKeys, ILookupNormalizer normalizer) : ILookupProtector, ILookupProtectorKeyRing
{
    private readonly Dictionary<string, byte[]> _keys = masterKeys.All.ToDictionary(k => k.Id, k => k.DerivedFor("lookup/account"));

    public string CurrentKeyId => masterKeys.Current.Id;

    public string this[string keyId] => keyId;

    public IEnumerable<string> GetAllKeyIds() => masterKeys.All.Select(k => k.Id);

    public string? Protect(string keyId, string? data) =>
        data is null ? null : Convert.ToBase64String(HMACSHA256.HashData(_keys[keyId], Encoding.UTF8.GetBytes(data)));

    public string? Unprotect(string keyId, string? data) => throw new NotSupportedException("A look-up hash has no way back.");

    /// <summary>The hash to store.</summary>
    public string Of(string address) => Protect(CurrentKeyId, normalizer.NormalizeEmail(address))!;

    /// <summary>The hashes to look for: one for each master key.</summary>
    public IReadOnlyList<string> EachOf(string address) => [.. GetAllKeyIds().Select(id => Protect(id, normalizer.NormalizeEmail(address))!)];
}
