using System.Text.RegularExpressions;

namespace Mentorship.Api.Pages.Progress;

/// <summary>The telephone numbers that a line holds, however they are written, so that a page can let them be tapped (RFC 3966).</summary>
internal static partial class Dialled
{
    /// <summary>The fewest digits that are taken for a number, and the most that one has (E.164).</summary>
    private const int Fewest = 6, Most = 15;

    /// <summary>The line in its parts; a part without a number is words.</summary>
    public static IReadOnlyList<(string Text, string? Number)> In(string line)
    {
        var parts = new List<(string, string?)>();
        var told = 0;
        foreach (Match match in Written().Matches(line))
        {
            var number = Of(match.Value);
            if (number.TrimStart('+').Length is < Fewest or > Most) continue;
            if (match.Index > told) parts.Add((line[told..match.Index], null));
            parts.Add((match.Value, number));
            told = match.Index + match.Length;
        }
        if (told < line.Length) parts.Add((line[told..], null));
        return parts;
    }

    /// <summary>What is dialled: a plus if there is one, and digits.</summary>
    public static string Of(string written) => string.Concat(written.Where((letter, at) => char.IsAsciiDigit(letter) || (letter == '+' && at == 0)));

    /// <summary>Digits with what people write between them; a date is none.</summary>
    [GeneratedRegex(@"(?<![\w+.-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d[\d ()./-]*\d(?!\w)")]
    private static partial Regex Written();
}
