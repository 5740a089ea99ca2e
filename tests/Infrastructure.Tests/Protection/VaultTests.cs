using System.Security.Cryptography;
using Mentorship.Domain;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Infrastructure.Tests.Protection;

public class VaultTests
{
    private static readonly SealedPlace Place = new("members", "phone", Guid.NewGuid());

    private readonly Vault _vault = new();
    private readonly DataKey _key = DataKey.New();

    [Theory]
    [InlineData("")]
    [InlineData("+353 1 555 0100")]
    [InlineData("Íosa, 今日 🙂")]
    [InlineData("ends in a nul \0")]
    [InlineData("exactly thirty-two bytes, padded")]
    public void A_sealed_text_opens_to_what_it_was(string text) =>
        Assert.Equal(text, _vault.Open(_key, Place, _vault.Seal(_key, Place, text)));

    [Fact]
    public void The_same_text_is_never_sealed_to_the_same_bytes() =>
        Assert.NotEqual(_vault.Seal(_key, Place, "same"), _vault.Seal(_key, Place, "same"));

    [Fact]
    public void A_short_answer_does_not_show_by_its_length() =>
        Assert.Equal(_vault.Seal(_key, Place, "no").Bytes.Length, _vault.Seal(_key, Place, "yes").Bytes.Length);

    [Fact]
    public void A_change_of_any_bit_is_refused()
    {
        var bytes = _vault.Seal(_key, Place, "call me after six").Bytes.ToArray();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefused(_key, Place, new Sealed(changed));
        }
    }

    [Fact]
    public void A_value_that_is_cut_or_empty_is_refused()
    {
        var bytes = _vault.Seal(_key, Place, "call me after six").Bytes;
        for (var length = 0; length < bytes.Length; length++)
            AssertRefused(_key, Place, new Sealed(bytes[..length]));
    }

    [Fact]
    public void A_value_moved_to_another_place_or_key_is_refused()
    {
        var value = _vault.Seal(_key, Place, "call me after six");

        AssertRefused(_key, Place with { Row = Guid.NewGuid() }, value);
        AssertRefused(_key, Place with { Column = "email" }, value);
        AssertRefused(_key, Place with { Table = "answers" }, value);
        AssertRefused(DataKey.New(), Place, value);
        AssertRefused(new DataKey(Guid.NewGuid(), _key.Bytes.ToArray()), Place, value);
    }

    [Fact]
    public void Two_places_whose_names_join_to_the_same_letters_are_two()
    {
        var row = Guid.NewGuid();

        AssertRefused(_key, new("ab", "c", row), _vault.Seal(_key, new("a", "bc", row), "text"));
    }

    [Fact]
    public void A_value_sealed_by_an_earlier_release_still_opens()
    {
        var key = new DataKey(new Guid("00112233-4455-6677-8899-aabbccddeeff"), [.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
        var place = new SealedPlace("members", "phone", new Guid("0f0e0d0c-0b0a-0908-0706-050403020100"));

        var value = "016465666768696A6B6C6D6E6F"
            + "6328EB5559D876AB0B577FD8EB555A7D42C2060A8B6CF372A7D1AC48FBA3A5483905F9A77F5D12BDABC4C344ED7959DA";

        Assert.Equal("+353 1 555 0100", _vault.Open(key, place, new Sealed(Convert.FromHexString(value))));
    }

    private void AssertRefused(DataKey key, SealedPlace place, Sealed value)
    {
        var problem = Assert.ThrowsAny<CryptographicException>(() => _vault.Open(key, place, value));
        Assert.DoesNotContain("after six", problem.ToString());
    }
}
