using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Finds a row by an address or a number without storing it: HMAC-SHA-256 of community and normalised address, so that the same person
/// cannot be joined across communities by whoever lacks the key.
/// </summary>
internal sealed class LookupHash(MasterKeys masterKeys)
{
    private readonly byte[][] _email = KeysOf(masterKeys, "lookup/email"), _phone = KeysOf(masterKeys, "lookup/phone");

    /// <summary>The hash to store, under the current master key.</summary>
    public byte[] OfEmail(Guid community, string address) => HMACSHA256.HashData(_email[0], Message(community, Normalised(address)));

    /// <summary>The hashes to look for: under each master key, the current one first, to find rows from before a rotation.</summary>
    public IReadOnlyList<byte[]> EachOfEmail(Guid community, string address) => Each(_email, Message(community, Normalised(address)));

    /// <summary>The hash to store of a number in the form of E.164.</summary>
    public byte[] OfPhone(Guid community, string number) => HMACSHA256.HashData(_phone[0], Message(community, number));

    /// <summary>The hashes of a number to look for, the current one first.</summary>
    public IReadOnlyList<byte[]> EachOfPhone(Guid community, string number) => Each(_phone, Message(community, number));

    private static byte[][] KeysOf(MasterKeys masterKeys, string use) => [.. masterKeys.All.Select(key => key.DerivedFor(use))];

    private static IReadOnlyList<byte[]> Each(byte[][] keys, byte[] message) => [.. keys.Select(key => HMACSHA256.HashData(key, message))];

    private static byte[] Message(Guid community, string text) =>
        [.. community.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)];

    private static string Normalised(string address) => Accents.Joined(address.Trim().ToLowerInvariant());
}
