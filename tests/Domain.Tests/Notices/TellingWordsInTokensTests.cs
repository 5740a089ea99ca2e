using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class TellingWordsInTokensTests
{
    private const int Tokens = 3_000;

    public static TheoryData<string, int, int> Shapes => new()
    {
        { "base64url", 16, 1 },
        { "base64url", 32, 2 },
        { "base64url", 48, 3 },
        { "base64url", 160, 4 },
        { "hex", 32, 5 },
        { "uuid", 16, 6 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void A_random_token_in_a_link_never_trips(string shape, int bytes, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Tokens; i++)
        {
            var link = $"https://notes.example/{"acin"[i % 4]}/{Token(random, shape, bytes)}";
            Assert.True(TellingWords.FindIn(link) is [], link);
        }
    }

    [Theory]
    [InlineData("k3Jd-AA-9xQm_na_Zt7bWc-drug-0pLr5Vd2sXo8")]
    [InlineData("AA-k3Jd9xQmZt7bWc0pLr5Vd2sXo8-na")]
    public void Short_words_that_stand_alone_inside_a_token_are_chance(string token) => Assert.Empty(TellingWords.FindIn(token));

    [Theory]
    [InlineData("Alcoholics-Anonymous-Group-2026")]
    [InlineData("aa-london-saturday-evening-2026")]
    [InlineData("k3Jd9xQmZt7b-sponsor-Wc0pLr5Vd2sXo8")]
    [InlineData("MyLongPageName-Recovery-ListOfNames")]
    [InlineData("https://notes.example/sober/k3Jd9xQmZt7bWc0pLr5Vd2sXo8")]
    [InlineData("https://sober.example/a/k3Jd9xQmZt7bWc0pLr5Vd2sXo8")]
    public void A_written_word_in_a_long_path_or_beside_a_token_is_found(string text) => Assert.NotEmpty(TellingWords.FindIn(text));

    private static string Token(Random random, string shape, int bytes)
    {
        var value = new byte[bytes];
        random.NextBytes(value);
        return shape switch
        {
            "hex" => Convert.ToHexStringLower(value),
            "uuid" => new Guid(value).ToString(),
            _ => Convert.ToBase64String(value).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        };
    }
}
