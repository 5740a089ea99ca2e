using System.Globalization;
using System.Text;

namespace Mentorship.Domain.Notices;

/// <summary>
/// Reads an answered text. Only a whole message counts, whatever marks stand around it: "STOP." ends texts, and "I want to stop" is somebody
/// talking. A 3 on a line of its own counts also before a signature. A digit is one in any script and as an emoji. The words that end texts
/// are the seven of 47 CFR 64.1200(a)(10), and those that gateways know.
/// </summary>
public static class TextedWords
{
    private static readonly Dictionary<string, TextedWord> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["STOP"] = TextedWord.Stop,
        ["STOPALL"] = TextedWord.Stop,
        ["END"] = TextedWord.Stop,
        ["QUIT"] = TextedWord.Stop,
        ["CANCEL"] = TextedWord.Stop,
        ["UNSUBSCRIBE"] = TextedWord.Stop,
        ["REVOKE"] = TextedWord.Stop,
        ["OPTOUT"] = TextedWord.Stop,
        ["OPT OUT"] = TextedWord.Stop,
        ["OPT-OUT"] = TextedWord.Stop,
        ["REMOVE"] = TextedWord.Stop,
        ["START"] = TextedWord.Start,
        ["UNSTOP"] = TextedWord.Start,
        ["HELP"] = TextedWord.Help,
        ["1"] = TextedWord.Fine,
        ["2"] = TextedWord.SayHi,
        ["3"] = TextedWord.CallMe,
    };

    private static readonly char[] Marks =
    [
        ' ', '\t', '\r', '\n', '.', ',', '!', ':', ';', '#', '*', '"', '\'', '“', '”', '‘', '’', '(', ')',
        '！', '．', '。', '।', '۔', // the exclamation mark and the full stops of keyboards with digits of their own
    ];

    private const int TextStyle = 0xFE0E, EmojiStyle = 0xFE0F, Keycap = 0x20E3;

    public static TextedWord Read(string? message)
    {
        var bare = Plain(message ?? "").Trim(Marks);
        if (Words.TryGetValue(bare, out var word)) return word;
        return bare.Split('\n')[0].Trim(Marks) == "3" ? TextedWord.CallMe : TextedWord.Unclear;
    }

    private static string Plain(string message) => string.Concat(message.EnumerateRunes().Select(Plain));

    private static string Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => $"{(int)Rune.GetNumericValue(rune)}",
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.Format => "", // of no width, or turning the direction
        _ when rune.Value is TextStyle or EmojiStyle or Keycap => "",
        _ => rune.ToString(),
    };
}
