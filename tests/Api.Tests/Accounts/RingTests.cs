using System.Security.Cryptography;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Protection;
using Microsoft.AspNetCore.Identity;

namespace Mentorship.Api.Tests.Accounts;

public sealed class RingTests
{
    private static readonly MasterKey Old = MasterKey.New("old"), Present = MasterKey.New("present");
    private static readonly Guid Row = Guid.NewGuid();

    [Fact]
    public void What_was_sealed_before_a_rotation_opens_after_it_and_not_without_the_old_key()
    {
        var value = new RingSeal(new MasterKeys([Old])).Seal("use", Row, "text");
        Assert.Equal("text", new RingSeal(new MasterKeys([Present, Old])).Open("use", Row, value));
        Assert.ThrowsAny<CryptographicException>(() => new RingSeal(new MasterKeys([Present])).Open("use", Row, value));
    }

    [Fact]
    public void A_sealed_value_opens_in_its_own_row_and_use_and_unchanged_or_not_at_all()
    {
        var seal = new RingSeal(new MasterKeys([Old]));
        var value = seal.Seal("use", Row, "text");
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("other", Row, value));
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("use", Guid.NewGuid(), value));
        for (var i = 0; i < value.Bytes.Length; i++)
        {
            var changed = value.Bytes.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => seal.Open("use", Row, new Sealed(changed)));
        }
        for (var length = 0; length < value.Bytes.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => seal.Open("use", Row, new Sealed(value.Bytes[..length])));
    }

    [Fact]
    public void An_address_is_found_under_its_old_hash_and_stored_under_the_present_one()
    {
        var before = Lookup(Old).Of("Someone@People.example");
        var after = Lookup(Present, Old);
        Assert.Contains(before, after.EachOf("someone@people.example"));
        Assert.NotEqual(before, after.Of("someone@people.example"));
        Assert.DoesNotContain(before, after.EachOf("other@people.example"));
    }

    private static AddressLookup Lookup(params MasterKey[] keys) => new(new MasterKeys(keys), new UpperInvariantLookupNormalizer());
}
