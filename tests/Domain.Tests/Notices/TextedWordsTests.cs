using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class TextedWordsTests
{
    [Theory]
    [InlineData("STOP"), InlineData("STOPALL"), InlineData("END"), InlineData("QUIT"), InlineData("CANCEL"), InlineData("UNSUBSCRIBE")]
    [InlineData("REVOKE"), InlineData("OPTOUT"), InlineData("OPT OUT"), InlineData("REMOVE"), InlineData("stop"), InlineData("Opt Out"), InlineData("  Stop \r\n")]
    [InlineData("STOP."), InlineData("Stop!"), InlineData("\"stop\""), InlineData("OPT-OUT"), InlineData("opt-out")]
    public void A_whole_message_that_ends_texts_ends_them(string message) => Assert.Equal(TextedWord.Stop, TextedWords.Read(message));

    [Theory]
    [InlineData("I want to stop using"), InlineData("Please stop"), InlineData("stop it"), InlineData("STOP?"), InlineData("Stop\nthinking of it"), InlineData("the end"), InlineData("I quit my job")]
    [InlineData("optout please"), InlineData("OPT  OUT"), InlineData("3 times today"), InlineData("13"), InlineData("3.5"), InlineData("٣ مرات"), InlineData("3\uFE0F\u20E3 times today"), InlineData("१३"), InlineData("４"), InlineData("opt-out of it"), InlineData("1\nnot really"), InlineData("4"), InlineData("yes"), InlineData(""), InlineData(null)]
    public void A_word_within_a_message_is_somebody_talking(string? message) => Assert.Equal(TextedWord.Unclear, TextedWords.Read(message));

    [Theory]
    [InlineData("START", TextedWord.Start), InlineData("unstop", TextedWord.Start), InlineData("Help", TextedWord.Help)]
    [InlineData("1", TextedWord.Fine), InlineData(" 2", TextedWord.SayHi), InlineData("3\n", TextedWord.CallMe)]
    [InlineData("3.", TextedWord.CallMe), InlineData("#1", TextedWord.Fine), InlineData("3\n\nSent from a telephone", TextedWord.CallMe)]
    public void The_other_words_mean_what_the_text_says(string message, TextedWord word) => Assert.Equal(word, TextedWords.Read(message));

    [Theory]
    [InlineData("３", TextedWord.CallMe), InlineData("३", TextedWord.CallMe), InlineData("٣", TextedWord.CallMe), InlineData("۳", TextedWord.CallMe)]
    [InlineData("𝟑", TextedWord.CallMe), InlineData("3\uFE0F\u20E3", TextedWord.CallMe), InlineData("3\u20E3", TextedWord.CallMe)]
    [InlineData("\u200B3\u200B", TextedWord.CallMe), InlineData("\u200F٣\u200F", TextedWord.CallMe), InlineData("\u2066 3 \u2069", TextedWord.CallMe)]
    [InlineData("\uFEFF3", TextedWord.CallMe), InlineData("３！", TextedWord.CallMe), InlineData("３。", TextedWord.CallMe), InlineData("３．", TextedWord.CallMe)]
    [InlineData("३।", TextedWord.CallMe), InlineData("۳۔", TextedWord.CallMe), InlineData("\u3000３", TextedWord.CallMe), InlineData("٣.", TextedWord.CallMe)]
    [InlineData("3\uFE0F\u20E3\n\nSent from a telephone", TextedWord.CallMe), InlineData("१", TextedWord.Fine), InlineData("２", TextedWord.SayHi)]
    public void A_digit_of_any_keyboard_is_that_digit(string message, TextedWord word) => Assert.Equal(word, TextedWords.Read(message));
}
