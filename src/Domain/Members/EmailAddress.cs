using System.Text.RegularExpressions;

namespace Mentorship.Domain.Members;

/// <summary>
/// The rule for addresses that notes can be sent to: at most 254 characters (RFC 5321, 4.5.3.1.3), no quoting, no comment, a host with a
/// dot.
/// </summary>
public static partial class EmailAddress
{
    private const int Longest = 254;
    private const char Unreadable = '\uFFFD'; // a letter that was lost when a file was saved

    public static bool IsValid(string text) =>
        text.Length <= Longest && Pattern().IsMatch(text) && !text.Contains(Unreadable) && !text.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex(
        """\A[^\s@<>()\[\],;:\\"\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+""" +
        """[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
