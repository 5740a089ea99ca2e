using System.Reflection;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Notices;

public sealed class SmsTextTests
{
    // The basic character set of GSM-7 (3GPP TS 23.038, 6.2.1), as far as it is ASCII; its extension counts twice and is left out.
    private const string Gsm7 = "@$_ !\"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\n\r";

    private static readonly string[] Replies =
        [.. typeof(TextedReply).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!)];

    private static readonly NoticeKind[] Kinds = Enum.GetValues<NoticeKind>();

    private static readonly Layer?[] Layers = [null, .. Enum.GetValues<Layer>()];

    /// <summary>A text hangs on its kind and, where it is about a check-in, on the layer and whether there is a contact; on nothing else.</summary>
    private static IEnumerable<string> Notices =>
        from kind in Kinds from layer in Layers from hasContact in (bool[])[true, false] select SmsText.For(kind, layer, hasContact);

    private static IEnumerable<string> Repeats =>
        from kind in Kinds where kind.IsCallForHelp() from layer in Layers select SmsText.AsPossibleRepeat(SmsText.For(kind, layer));

    public static TheoryData<string> Texts => [.. Notices.Concat(Repeats).Concat(Replies).Distinct()];

    [Fact]
    public void Every_reply_is_among_the_texts_that_are_read() => Assert.All(
        [TextedReply.Stopped, TextedReply.HelpOrCall, TextedReply.PersonLooks], reply => Assert.Contains(reply, Replies));

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
        Assert.All(Notices, text => Assert.EndsWith("STOP ends these.", text));
}
