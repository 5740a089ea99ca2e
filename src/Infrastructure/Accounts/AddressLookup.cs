using System.Security.Cryptography;
using System.Text;
using Mentorship.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Finds by an address without storing it: HMAC-SHA-256 of its normalised form, under a key of each master key.</summary>
internal sealed class AddressLookup(MasterKeys masterKeys, ILookupNormalizer normalizer)
{
    private readonly byte[][] _keys = [.. masterKeys.All.Select(k => k.DerivedFor("lookup/account"))];

    /// <summary>The hash to store or to count by.</summary>
    public string Of(string address) => Current(normalizer.NormalizeEmail(address));

    /// <summary>The hashes to look for: one for each master key, so that rows from before a rotation are found.</summary>
    public IReadOnlyList<string> EachOf(string address) => Each(normalizer.NormalizeEmail(address));

    internal string Current(string normalized) => Hash(_keys[0], normalized);

    internal IReadOnlyList<string> Each(string normalized) => [.. _keys.Select(key => Hash(key, normalized))];

    private static string Hash(byte[] key, string normalized) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(normalized)));
}
