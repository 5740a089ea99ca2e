using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class TextedWordsTests
{
    [Theory]
    [InlineData("STOP"), InlineData("STOPALL"), InlineData("END"), InlineData("QUIT"), InlineData("CANCEL"), InlineData("UNSUBSCRIBE")]
    [InlineData("REVOKE"), InlineData("OPTOUT"), InlineData("OPT OUT"), InlineData("REMOVE"), InlineData("stop"), InlineData("Opt Out"), InlineData("  Stop \r\n")]
    [InlineData("STOP."), InlineData("Stop!"), InlineData("\"stop\"")]
    public void A_whole_message_that_ends_texts_ends_them(string message) => Assert.Equal(TextedWord.Stop, TextedWords.Read(message));

    [Theory]
    [InlineData("I want to stop using"), InlineData("Please stop"), InlineData("stop it"), InlineData("STOP?"), InlineData("Stop\nthinking of it"), InlineData("the end"), InlineData("I quit my job")]
    [InlineData("optout please"), InlineData("OPT  OUT"), InlineData("3 times today"), InlineData("13"), InlineData("3.5"), InlineData("1\nnot really"), InlineData("4"), InlineData("yes"), InlineData(""), InlineData(null)]
    public void A_word_within_a_message_is_somebody_talking(string? message) => Assert.Equal(TextedWord.Unclear, TextedWords.Read(message));

    [Theory]
    [InlineData("START", TextedWord.Start), InlineData("unstop", TextedWord.Start), InlineData("Help", TextedWord.Help)]
    [InlineData("1", TextedWord.Fine), InlineData(" 2", TextedWord.SayHi), InlineData("3\n", TextedWord.CallMe)]
    [InlineData("3.", TextedWord.CallMe), InlineData("#1", TextedWord.Fine), InlineData("3\n\nSent from a telephone", TextedWord.CallMe)]
    public void The_other_words_mean_what_the_text_says(string message, TextedWord word) => Assert.Equal(word, TextedWords.Read(message));
}
