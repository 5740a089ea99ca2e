using System.Text.RegularExpressions;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Cells that say who somebody is and how to reach them.</summary>
internal static partial class ContactCells
{
    private const int LongestName = 100, LongestEmail = 254;
    private const char Unreadable = '\uFFFD'; // a letter that was lost when the file was saved

    private static readonly Fault NameTooLong = new("display-name-too-long", "At most 100 characters.");
    private static readonly Fault NameIsEmail = new("display-name-is-email",
        "Use the name that others see, such as a first name and an initial, not an e-mail address.");
    private static readonly Fault NameCharacters = new("display-name-characters",
        "Begin with a letter or digit, and use no line breaks or unreadable characters.");
    private static readonly Fault NotEmail = new("email-invalid", "One address, such as name@example.org.");
    private static readonly Fault NotPhone = new("phone-invalid",
        "The number with + and the country code, such as +15550100000. Format the column as text, so that the spreadsheet keeps the +.");

    public static Cell<string> DisplayName(string text)
    {
        if (text.Length > LongestName) return NameTooLong;
        if (LikeEmail().IsMatch(text)) return NameIsEmail;
        // A name that begins with = + - or @ would be a formula wherever it is exported to.
        return text[0] is '=' or '+' or '-' or '@' || text.Any(c => char.IsControl(c) || c == Unreadable) ? NameCharacters : text;
    }

    public static Cell<string> Email(string text) =>
        text.Length <= LongestEmail && Address().IsMatch(text) && !text.Contains(Unreadable) && !text.Contains("..", StringComparison.Ordinal)
            ? text
            : NotEmail;

    /// <summary>A number in the form of E.164; spaces, dots, hyphens and brackets are left out, and 00 is read as +.</summary>
    public static Cell<string> Phone(string text)
    {
        var digits = Between().Replace(text, "");
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        return E164().IsMatch(digits) ? digits : NotPhone;
    }

    [GeneratedRegex(@"\S@\S", RegexOptions.CultureInvariant)]
    private static partial Regex LikeEmail();

    [GeneratedRegex(
        """\A[^\s@<>()\[\],;:\\"\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+""" +
        """[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\s().\-\u2010-\u2015/]", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
