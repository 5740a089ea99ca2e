using System.Security.Cryptography;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Infrastructure.Tests.Protection;

public class MasterKeysTests
{
    private static readonly Guid Member = Guid.NewGuid();

    private readonly MasterKey _old = MasterKey.New("2025");
    private readonly MasterKey _new = MasterKey.New("2026");
    private readonly DataKey _key = DataKey.New();

    [Fact]
    public void A_wrapped_key_unwraps_to_itself()
    {
        var keys = new MasterKeys([_new]);

        var unwrapped = keys.Unwrap(keys.Wrap(_key, Member), Member);

        Assert.Equal(_key.Id, unwrapped.Id);
        Assert.Equal(_key.Bytes, unwrapped.Bytes);
    }

    [Fact]
    public void A_wrapped_key_does_not_show_the_key() =>
        Assert.Equal(-1, new MasterKeys([_new]).Wrap(_key, Member).Bytes.Span.IndexOf(_key.Bytes));

    [Fact]
    public void Another_members_key_is_refused()
    {
        var keys = new MasterKeys([_new]);

        AssertRefused(keys, keys.Wrap(_key, Member), Guid.NewGuid());
    }

    [Fact]
    public void A_change_of_any_bit_is_refused()
    {
        var keys = new MasterKeys([_new, _old]);
        var bytes = keys.Wrap(_key, Member).Bytes.ToArray();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertRefused(keys, new WrappedKey(changed), Member);
        }
    }

    [Fact]
    public void A_wrapped_key_that_is_cut_is_refused()
    {
        var keys = new MasterKeys([_new]);
        var bytes = keys.Wrap(_key, Member).Bytes;
        for (var length = 0; length < bytes.Length; length++)
            AssertRefused(keys, new WrappedKey(bytes[..length]), Member);
    }

    [Fact]
    public void Another_master_key_is_refused_even_under_the_same_id()
    {
        var wrapped = new MasterKeys([_new]).Wrap(_key, Member);

        AssertRefused(new MasterKeys([_old]), wrapped, Member);
        AssertRefused(new MasterKeys([MasterKey.New(_new.Id)]), wrapped, Member);
    }

    [Fact]
    public void After_a_rotation_an_old_key_opens_and_is_wrapped_anew_until_the_old_master_key_can_go()
    {
        var wrapped = new MasterKeys([_old]).Wrap(_key, Member);
        var during = new MasterKeys([_new, _old]);
        Assert.True(during.NeedsRewrap(wrapped));

        var rewrapped = during.Rewrap(wrapped, Member);

        Assert.False(during.NeedsRewrap(rewrapped));
        Assert.Equal(_key.Bytes, new MasterKeys([_new]).Unwrap(rewrapped, Member).Bytes);
        Assert.Equal(_key.Id, new MasterKeys([_new]).Unwrap(rewrapped, Member).Id);
    }

    [Fact]
    public void A_key_wrapped_by_an_earlier_release_still_unwraps()
    {
        var keys = new MasterKeys([new MasterKey("2025", [.. Enumerable.Range(0, 32).Select(n => (byte)n)])]);
        var member = new Guid("0f0e0d0c-0b0a-0908-0706-050403020100");

        var wrapped = "01043230323500112233445566778899AABBCCDDEEFF"
            + "6465666768696A6B6C6D6E6FA8A1DB8FACBAC2D10DF85CB96663282537EB29E8AC04DBABBCA01375FD99D80775724BACB08ADCAE07ADEA94FC39B2F4";

        var key = keys.Unwrap(new WrappedKey(Convert.FromHexString(wrapped)), member);

        Assert.Equal(new Guid("00112233-4455-6677-8899-aabbccddeeff"), key.Id);
    }

    [Fact]
    public void No_key_shows_itself_as_text() =>
        Assert.Equal("(master key) (data key) (wrapped key)", $"{_new} {_key} {new MasterKeys([_new]).Wrap(_key, Member)}");

    private static void AssertRefused(MasterKeys keys, WrappedKey wrapped, Guid member) =>
        Assert.ThrowsAny<CryptographicException>(() => keys.Unwrap(wrapped, member));
}
