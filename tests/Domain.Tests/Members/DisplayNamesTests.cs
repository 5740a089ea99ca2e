using Mentorship.Domain.Members;

namespace Mentorship.Domain.Tests.Members;

public sealed class DisplayNamesTests
{
    [Theory]
    [InlineData("Rosa")]
    [InlineData("Rosa T.")]
    [InlineData("O'Neill")]
    [InlineData("Åse")]
    [InlineData("小明")]
    [InlineData("𞤀𞤣𞤤𞤢𞤥")]
    [InlineData("7")]
    public void A_name_of_letters_or_digits_is_fit(string name) => Assert.True(DisplayNames.IsFit(name));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("\u200B")]
    [InlineData("rosa@example.org")]
    [InlineData("@rosa")]
    [InlineData("=Rosa")]
    [InlineData("+Rosa")]
    [InlineData("-Rosa")]
    [InlineData("Ro\nsa")]
    [InlineData("Ro\u2028sa")]
    [InlineData("Ro\u202Esa")]
    [InlineData("Ros\uFFFD")]
    public void A_name_that_is_empty_an_address_a_formula_or_of_several_lines_is_not(string name) => Assert.False(DisplayNames.IsFit(name));

    [Fact]
    public void Fifty_characters_are_the_most()
    {
        Assert.True(DisplayNames.IsFit(new string('a', 50)));
        Assert.False(DisplayNames.IsFit(new string('a', 51)));
    }

    [Fact]
    public void Spaces_around_and_doubled_are_tidied_away() => Assert.Equal("Rosa T.", DisplayNames.Tidied("  Rosa   T. "));
}
