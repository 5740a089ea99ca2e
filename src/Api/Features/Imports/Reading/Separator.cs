namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>The character between the cells: comma, semicolon or tab, whichever the header line holds most of.</summary>
internal static class Separator
{
    private static readonly char[] Known = [',', ';', '\t'];

    /// <summary>Also steps over a first line such as <c>sep=;</c>, which some programs write; <c>Skipped</c> counts it.</summary>
    public static (char Separator, string Text, int Skipped) Find(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = (end < 0 ? text : text[..end]).Trim().Trim('"');
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first[4] is var named && Known.Contains(named))
            return (named, end < 0 ? "" : After(text, end), 1);
        var header = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        return (Known.MaxBy(c => header.Count(x => x == c)), text, 0);
    }

    private static string After(string text, int end) => text[(text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1)..];
}
