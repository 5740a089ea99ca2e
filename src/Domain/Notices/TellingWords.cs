using System.Text.RegularExpressions;

namespace Mentorship.Domain.Notices;

/// <summary>
/// Finds the words that would tell a stranger what this service is for (product.md, "Check-ins"; practice 5.6): names of
/// fellowships, their initials, substances, help lines. None may stand in a sender, subject, text or link that leaves the service.
/// </summary>
/// <remarks>
/// Words match whole, in any case; digits, hyphens and underscores bound a word. Initials match only where no letter or digit
/// touches them, and not as the last part of a web address. A random token (20 or more letters, digits, - and _, in which case
/// or kind changes inside a word at least twice) is searched only for words of six or more letters written as people
/// write them: by calculation a token of 43 characters trips by chance less than once in ten million.
/// </remarks>
public static partial class TellingWords
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Words = new($@"(?<!\p{{L}})(?:{Any(TellingWordList.Words)})(?!\p{{L}})", AnyCase);
    private static readonly Regex Initials = new(Alone(Any(TellingWordList.Initials)), AnyCase);
    private static readonly Regex Capitals = new(Alone(Any(TellingWordList.Capitals)));

    /// <summary>Each telling word in the text, in small letters and once; empty when there is none.</summary>
    public static IReadOnlyList<string> FindIn(string text)
    {
        var plain = DotOfInitials().Replace(PlainLetters.Of(text), "");
        var prose = LongRun().Replace(plain, run => IsToken(run.Value) ? WordsInToken(run.Value) : run.Value);
        return [.. Matches(Words, prose).Concat(Matches(Initials, prose)).Concat(Matches(Capitals, prose)).Distinct()];
    }

    private static IEnumerable<string> Matches(Regex regex, string text) =>
        regex.Matches(text).Select(match => match.Value.ToLowerInvariant());

    private static bool IsToken(string run) => ChangeInsideWord().Count(run) >= 2;

    private static string WordsInToken(string token) => string.Join(' ', WrittenWord().Matches(token).Select(match => match.Value));

    private static string Any(IEnumerable<string> entries) =>
        string.Join('|', entries.Select(entry => entry.Replace("*", @"\p{L}*").Replace(" ", @"[\s_-]*")));

    private static string Alone(string initials) =>
        $@"(?<![\p{{L}}\p{{N}}])(?:(?<![\p{{L}}\p{{N}}]\.)(?:{initials})(?![\p{{L}}\p{{N}}])|(?:{initials})(?=\.\p{{L}}))";

    [GeneratedRegex(@"(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))")]
    private static partial Regex DotOfInitials();

    [GeneratedRegex("[A-Za-z0-9_-]{20,}")]
    private static partial Regex LongRun();

    [GeneratedRegex("[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][A-Za-z]|[A-Za-z][0-9]")]
    private static partial Regex ChangeInsideWord();

    [GeneratedRegex("(?<![A-Za-z])(?:[A-Z]?[a-z]{5,}|[A-Z]{6,})(?![A-Za-z])")]
    private static partial Regex WrittenWord();
}
