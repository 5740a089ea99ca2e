using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Finds a row by an address without storing the address: HMAC-SHA-256 of community and normalised address, so that the same person
/// cannot be joined across communities.
/// </summary>
internal sealed class LookupHash(MasterKeys masterKeys)
{
    private const string Use = "lookup/email";

    private readonly byte[][] _keys = [.. masterKeys.All.Select(key => key.DerivedFor(Use))];

    /// <summary>The hash to store, under the current master key.</summary>
    public byte[] OfEmail(Guid community, string address) => HMACSHA256.HashData(_keys[0], Message(community, address));

    /// <summary>The hashes to look for: under each master key, the current one first, to find rows from before a rotation.</summary>
    public IReadOnlyList<byte[]> EachOfEmail(Guid community, string address)
    {
        var message = Message(community, address);
        return [.. _keys.Select(key => HMACSHA256.HashData(key, message))];
    }

    private static byte[] Message(Guid community, string address) =>
        [.. community.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(Normalised(address))];

    private static string Normalised(string address) => Accents.Joined(address.Trim().ToLowerInvariant());
}
