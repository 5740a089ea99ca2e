using System.Text.RegularExpressions;

namespace Mentorship.Domain.Members;

/// <summary>Telephone numbers in the form of E.164: + and the country code, 7 to 15 digits in all.</summary>
public static partial class PhoneNumber
{
    /// <summary>
    /// The number as it is kept; null when it is none. Spaces, dots, hyphens and brackets are left out, and 00 is read as +.
    /// </summary>
    public static string? InE164(string? text)
    {
        var digits = Between().Replace(text ?? "", "");
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        return Pattern().IsMatch(digits) ? digits : null;
    }

    [GeneratedRegex(@"[\s().\-\u2010-\u2015/]", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Pattern();
}
