using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class SmsTextTests
{
    // The basic character set of GSM-7 (3GPP TS 23.038, 6.2.1), as far as it is ASCII; its extension counts twice and is left out.
    private const string Gsm7 = "@$_ !\"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\n\r";

    private static readonly string[] Replies =
    [
        TextedReply.Stopped, TextedReply.Started, TextedReply.Help, TextedReply.HelpOrCall, TextedReply.Thanks, TextedReply.SomeoneIsTold, TextedReply.NothingOpen,
        TextedReply.PersonLooks,
    ];

    private static readonly NoticeKind[] Kinds = Enum.GetValues<NoticeKind>();

    public static TheoryData<string> Texts =>
        [.. Kinds.Select(k => SmsText.For(k)).Concat(Kinds.Where(k => k.IsCallForHelp()).Select(k => SmsText.AsPossibleRepeat(SmsText.For(k)))).Concat(Replies).Distinct()];

    [Theory, MemberData(nameof(Texts))]
    public void Every_text_fits_one_segment(string text)
    {
        Assert.InRange(text.Length, 10, SmsText.LongestSegment);
        Assert.DoesNotContain(text, letter => !Gsm7.Contains(letter));
    }

    [Theory, MemberData(nameof(Texts))]
    public void No_text_holds_a_telling_word(string text) => Assert.Empty(TellingWords.FindIn(text));

    [Theory, MemberData(nameof(Texts))]
    public void No_text_speaks_of_who_or_what_it_is_about(string text) => Assert.DoesNotContain(
        ["mentor", "newcomer", "pairing", "partner", "community", "group", "member", "check-in"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Theory, MemberData(nameof(Texts))]
    public void No_text_sends_anybody_to_an_app_or_to_settings_which_are_not_there(string text) => Assert.DoesNotMatch(@"\b(apps?|settings)\b", text);

    [Fact]
    public void Every_notice_says_how_to_end_them() =>
        Assert.All(Kinds.Select(k => SmsText.For(k)), text => Assert.EndsWith("STOP ends these.", text));
}
