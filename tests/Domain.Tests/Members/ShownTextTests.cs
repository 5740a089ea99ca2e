using Mentorship.Domain.Members;

namespace Mentorship.Domain.Tests.Members;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("wo\u202Eman"), InlineData("wo\u2066man"), InlineData("wo\u2028man"), InlineData("wo\u0007man"), InlineData("wo\u0085man"), InlineData("wo\uFFFDman")]
    public void A_word_that_would_not_read_as_it_is_stored_is_refused_wherever_others_see_it(string word)
    {
        Assert.False(DisplayNames.IsFit(word));
        Assert.False(PlainWords.IsGender(word));
        Assert.False(PlainWords.AreGenders([word]));
        Assert.False(PlainWords.AreExperience([word]));
    }

    [Theory]
    [InlineData("woman"), InlineData("non-binary"), InlineData("نون‌باینری"), InlineData("אישה"), InlineData("trans man")]
    public void A_word_of_any_script_is_taken(string word)
    {
        Assert.True(DisplayNames.IsFit(word));
        Assert.True(PlainWords.IsGender(word));
        Assert.True(PlainWords.AreExperience([word]));
    }
}
