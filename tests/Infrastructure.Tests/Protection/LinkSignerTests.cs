using System.Security.Cryptography;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Infrastructure.Tests.Protection;

public class LinkSignerTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly LinkSigner _links = new(new MasterKeys([MasterKey.New("2026")]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(33)]
    public void A_signed_payload_opens_to_what_it_was(int size)
    {
        var payload = RandomNumberGenerator.GetBytes(size);

        Assert.True(_links.TryOpen("answer", _links.Sign("answer", payload), out var opened));

        Assert.Equal(payload, opened);
    }

    [Fact]
    public void A_token_for_32_bytes_has_64_characters_that_need_no_escaping()
    {
        var token = _links.Sign("answer", RandomNumberGenerator.GetBytes(32));

        Assert.Equal(64, token.Length);
        Assert.All(token, letter => Assert.Contains(letter, Alphabet));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(32)]
    public void Any_other_character_anywhere_is_refused(int size)
    {
        var token = _links.Sign("answer", RandomNumberGenerator.GetBytes(size));
        for (var place = 0; place < token.Length; place++)
        {
            foreach (var other in (Alphabet + "=+/ %\n").Where(other => other != token[place]))
                AssertRefused("answer", string.Concat(token.AsSpan(0, place), [other], token.AsSpan(place + 1)));
        }
    }

    [Fact]
    public void A_token_with_anything_added_or_cut_is_refused()
    {
        var token = _links.Sign("answer", RandomNumberGenerator.GetBytes(32));

        string?[] others = [null, "", token[1..], token[..^1], token + "A", token + "=", " " + token, token + "\n", token + token];
        foreach (var other in others)
            AssertRefused("answer", other);
        AssertRefused("answer", new string('A', 100_000));
    }

    [Fact]
    public void A_token_for_one_purpose_is_refused_for_another() => AssertRefused("stop", _links.Sign("answer", [1, 2, 3]));

    [Fact]
    public void A_token_of_another_ring_is_refused() =>
        AssertRefused("answer", new LinkSigner(new MasterKeys([MasterKey.New("2026")])).Sign("answer", [1, 2, 3]));

    [Fact]
    public void A_link_sent_before_a_rotation_still_opens_while_its_key_is_in_the_ring()
    {
        var (old, current) = (MasterKey.New("2025"), MasterKey.New("2026"));
        var token = new LinkSigner(new MasterKeys([old])).Sign("answer", [1, 2, 3]);

        Assert.True(new LinkSigner(new MasterKeys([current, old])).TryOpen("answer", token, out _));
        Assert.False(new LinkSigner(new MasterKeys([current])).TryOpen("answer", token, out _));
    }

    [Fact]
    public void A_link_sent_by_an_earlier_release_still_opens()
    {
        var links = new LinkSigner(new MasterKeys([new MasterKey("2025", [.. Enumerable.Range(0, 32).Select(n => (byte)n)])]));

        Assert.True(links.TryOpen("answer", "AAECAwQFBgcICQoLDA0OD6v7OWTraT1lpiaqu49KmWM", out var payload));

        Assert.Equal(Enumerable.Range(0, 16).Select(n => (byte)n), payload);
    }

    private void AssertRefused(string purpose, string? token)
    {
        Assert.False(_links.TryOpen(purpose, token, out var payload));
        Assert.Empty(payload);
    }
}
