using Mentorship.Domain.Members;

namespace Mentorship.Domain.Tests.Members;

public sealed class PlainWordsTests
{
    [Fact]
    public void Words_are_kept_in_lower_case_and_once() =>
        Assert.Equal(["parent", "night worker"], PlainWords.Tidied(["Parent ", "PARENT", " Night worker"]));

    [Fact]
    public void Nothing_said_is_no_words() => Assert.Empty(PlainWords.Tidied(words: null));

    [Theory]
    [InlineData("a;b")]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_word_never_holds_what_parts_words_in_a_list(string? word)
    {
        Assert.False(PlainWords.IsGender(word));
        Assert.False(PlainWords.AreGenders([word]));
        Assert.False(PlainWords.AreExperience([word]));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Ten_genders_are_the_most(int count, bool fit) =>
        Assert.Equal(fit, PlainWords.AreGenders([.. Enumerable.Range(0, count).Select(n => $"word {n}")]));

    [Theory]
    [InlineData(16, 60, true)]
    [InlineData(17, 60, false)]
    [InlineData(16, 61, false)]
    public void Sixteen_experiences_of_sixty_letters_are_the_most(int count, int length, bool fit) =>
        Assert.Equal(fit, PlainWords.AreExperience([.. Enumerable.Repeat(new string('a', length), count)]));

    [Theory]
    [InlineData("any")]
    [InlineData(" ANY ")]
    public void Any_is_said_by_saying_none(string word) => Assert.False(PlainWords.AreGenders(["woman", word]));
}
