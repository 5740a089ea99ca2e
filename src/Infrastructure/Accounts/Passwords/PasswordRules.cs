namespace Mentorship.Infrastructure.Accounts.Passwords;

/// <summary>
/// NIST SP 800-63B-4, 3.1.1.2, for a password alone: at least 15 characters, at most 256, counted as Unicode code points; no rules
/// of composition; the common and the predictable refused.
/// </summary>
internal static class PasswordRules
{
    public const int Shortest = 15, Longest = 256;

    /// <summary>The code and the sentence of what is wrong with a password, or null.</summary>
    public static (string Code, string Sentence)? Problem(string? password, string? address)
    {
        var length = password?.EnumerateRunes().Count() ?? 0;
        if (length < Shortest) return ("password-too-short", "Use at least 15 characters. A few words in a row are easy to keep in mind.");
        if (length > Longest) return ("password-too-long", "Use at most 256 characters.");
        if (PredictablePassword.Is(password!, address))
            return ("password-common", "This is one of the first that a stranger would try. Choose another.");
        return null;
    }
}
