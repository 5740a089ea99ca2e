using Mentorship.Infrastructure.Protection;

namespace Mentorship.Infrastructure.Tests.Protection;

public class LookupHashTests
{
    private static readonly Guid Community = new("0f0e0d0c-0b0a-0908-0706-050403020100");
    private static readonly MasterKey Key = new("2025", [.. Enumerable.Range(0, 32).Select(n => (byte)n)]);

    private readonly LookupHash _hash = new(new MasterKeys([Key]));

    [Theory]
    [InlineData("ann@example.org", " Ann@Example.ORG\t")]
    [InlineData("josé@example.org", "jose\u0301@example.org")]
    [InlineData("josé@example.org", "JOSE\u0301@EXAMPLE.ORG")]
    [InlineData("viện@example.org", "vie\u0323\u0302n@example.org")]
    [InlineData("юлий@example.org", "юлии\u0306@example.org")]
    [InlineData("ελένη@example.org", "ΕΛΕ\u0301ΝΗ@example.org")]
    public void An_address_is_found_however_it_was_typed(string stored, string typed) =>
        Assert.Equal(_hash.OfEmail(Community, stored), _hash.OfEmail(Community, typed));

    [Theory]
    [InlineData("ann@example.org", "anne@example.org")]
    [InlineData("ann@example.org", "ann+list@example.org")]
    [InlineData("jose@example.org", "josé@example.org")]
    [InlineData("ann@example.org", "a nn@example.org")]
    public void Two_addresses_are_two(string one, string other) =>
        Assert.NotEqual(_hash.OfEmail(Community, one), _hash.OfEmail(Community, other));

    [Fact]
    public void The_same_address_in_two_communities_cannot_be_joined() =>
        Assert.NotEqual(_hash.OfEmail(Community, "ann@example.org"), _hash.OfEmail(Guid.NewGuid(), "ann@example.org"));

    [Fact]
    public void Another_master_key_gives_another_hash() =>
        Assert.NotEqual(
            _hash.OfEmail(Community, "ann@example.org"),
            new LookupHash(new MasterKeys([MasterKey.New(Key.Id)])).OfEmail(Community, "ann@example.org"));

    [Fact]
    public void After_a_rotation_rows_from_before_it_are_still_found()
    {
        var before = _hash.OfEmail(Community, "ann@example.org");
        var rotated = new LookupHash(new MasterKeys([MasterKey.New("2026"), Key]));

        var sought = rotated.EachOfEmail(Community, "Ann@example.org");

        Assert.Equal([rotated.OfEmail(Community, "ann@example.org"), before], sought);
        Assert.NotEqual(before, sought[0]);
    }

    [Fact]
    public void A_hash_stored_by_an_earlier_release_is_still_found() =>
        Assert.Equal(
            "0FA793957224F521D64685D653D0E7BF4CEC699A0DCE55D5720FDF89BBC571C8",
            Convert.ToHexString(_hash.OfEmail(Community, "ann@example.org")));
}
