namespace Mentorship.Infrastructure.Accounts.Passwords;

/// <summary>Rows that fingers and minds walk along: the alphabet, digits, keyboard rows and columns, forwards and back.</summary>
internal static class KeyboardWalks
{
    private const int Shortest = 3;

    private static readonly string[] Rows = [.. new[]
    {
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm",
        "zxcvbnm", "yxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()", "147258369",
        "aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz",
    }.SelectMany(row => new[] { row, new string([.. row.Reverse()]) })];

    /// <summary>
    /// How many characters from <paramref name="start"/> on are a walk, or one character over and over; 0 when fewer than three.
    /// </summary>
    public static int LengthAt(string text, int start)
    {
        var longest = RunAt(text, start);
        foreach (var row in Rows)
        {
            var length = 0;
            while (start + length < text.Length && row.Contains(text.Substring(start, length + 1), StringComparison.Ordinal)) length++;
            longest = Math.Max(longest, length);
        }
        return longest < Shortest ? 0 : longest;
    }

    private static int RunAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start]) end++;
        return end - start;
    }
}
