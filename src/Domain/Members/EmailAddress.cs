using System.Text.RegularExpressions;

namespace Mentorship.Domain.Members;

/// <summary>
/// The one rule for addresses, of log-ins and of notes: at most 254 characters (RFC 5321, 4.5.3.1.3); before the @ a dot-atom
/// (RFC 5322, 3.2.3) of at most 64, in ASCII, because not every server takes other letters there; after it a host with a dot.
/// </summary>
public static partial class EmailAddress
{
    private const int Longest = 254;

    public static bool IsValid(string text) => text.Length <= Longest && Pattern().IsMatch(text);

    [GeneratedRegex(
        """\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*""" +
        """@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+""" +
        """[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}]\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
