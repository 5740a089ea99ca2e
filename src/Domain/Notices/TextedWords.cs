namespace Mentorship.Domain.Notices;

/// <summary>
/// Reads an answered text. Only a whole message counts, whatever marks stand around it: "STOP." ends texts, and "I want to stop" is somebody
/// talking. A 3 on a line of its own counts also before a signature. The words that end texts are the seven of 47 CFR 64.1200(a)(10), and
/// those that gateways know.
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
        ["REMOVE"] = TextedWord.Stop,
        ["START"] = TextedWord.Start,
        ["UNSTOP"] = TextedWord.Start,
        ["HELP"] = TextedWord.Help,
        ["1"] = TextedWord.Fine,
        ["2"] = TextedWord.SayHi,
        ["3"] = TextedWord.CallMe,
    };

    private static readonly char[] Marks = [' ', '\t', '\r', '\n', '\u00a0', '.', ',', '!', ':', ';', '#', '*', '"', '\'', '“', '”', '‘', '’', '(', ')'];

    public static TextedWord Read(string? message)
    {
        var bare = (message ?? "").Trim(Marks);
        if (Words.TryGetValue(bare, out var word)) return word;
        return bare.Split('\n')[0].Trim(Marks) == "3" ? TextedWord.CallMe : TextedWord.Unclear;
    }
}
