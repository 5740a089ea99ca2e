using System.Text;

namespace Mentorship.Domain.Members;

/// <summary>
/// The rule for the names that others see: 1 to 50 characters on one line, never an e-mail address. No rule can tell a surname,
/// so the help text asks to leave it out.
/// </summary>
public static class DisplayNames
{
    public const int Longest = 50;

    public const string Help = "Choose the name that others here see, at most 50 characters: a first name and perhaps an initial. "
        + "Leave your surname out, and use no e-mail address.";

    public static string Tidied(string? text) =>
        string.Join(' ', (text ?? "").Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Judges a tidied name. One that begins with = + or - would be a formula wherever it is exported to.</summary>
    public static bool IsFit(string name) =>
        name.Length is > 0 and <= Longest && name[0] is not ('=' or '+' or '-') && !name.Contains('@') && ShownText.IsSound(name)
        && name.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
