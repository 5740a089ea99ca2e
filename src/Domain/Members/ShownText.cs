namespace Mentorship.Domain.Members;

/// <summary>
/// The rule for every free word on one line that others see (names, genders, lived experience): no control character, no letter that was
/// lost when a file was saved, and no mark that turns the direction of what follows, so that it reads as it is stored.
/// </summary>
public static class ShownText
{
    public static bool IsSound(string text) => !text.Any(IsUnsound);

    private static bool IsUnsound(char c) =>
        char.IsControl(c) || c is '\uFFFD' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
