namespace Mentorship.Infrastructure.Accounts.Passwords;

/// <summary>The digits and signs that people write for a letter.</summary>
internal static class Disguise
{
    public static bool StandsAt(string text, int start, string word)
    {
        if (start + word.Length > text.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (!Reads(text[start + i], word[i])) return false;
        return true;
    }

    private static bool Reads(char typed, char letter) => typed == letter || LettersOf(typed).Contains(letter);

    private static string LettersOf(char typed) => typed switch
    {
        '0' => "o",
        '1' or '!' or '|' => "il",
        '2' => "z",
        '3' or '€' => "e",
        '4' or '@' => "a",
        '5' or '$' => "s",
        '7' or '+' => "t",
        '8' => "b",
        '9' => "g",
        _ => "",
    };
}
