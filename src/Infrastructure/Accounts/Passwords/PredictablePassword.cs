namespace Mentorship.Infrastructure.Accounts.Passwords;

/// <summary>
/// Whether a long password is made of hardly anything: it can be laid, without a gap, from at most two different common words, or
/// parts of the person's own address, each as often as one likes and in any of the usual disguises (0 for o, $ for s), from walks
/// along the keyboard, which count as one word, and from at most six other digits or signs. Or it repeats something of up to eight
/// characters. Six words that somebody drew by lot pass; <c>Passw0rd12345678!</c> does not.
/// </summary>
internal static class PredictablePassword
{
    private const int MostFillers = 6, LongestUnit = 8;
    private const string Walk = "";

    public static bool Is(string password, string? address)
    {
        var text = Plain(password);
        if (text.Length == 0 || Repeats(text)) return true;
        return new Layer(text, [.. CommonWords.All, .. WordsOf(address)]).CanLay(0, MostFillers, null, null);
    }

    // What people put between words is no secret.
    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Where(c => c is not (' ' or '-' or '_' or '.' or ',' or '\'')));

    private static bool Repeats(string text) =>
        Enumerable.Range(1, Math.Min(LongestUnit, text.Length / 2))
            .Any(unit => text.AsSpan(unit).SequenceEqual(text.AsSpan(0, text.Length - unit)));

    private static IEnumerable<string> WordsOf(string? address) =>
        address is null ? [] : address.Split('@', '.', '-', '_', '+').Append(address).Select(Plain).Where(word => word.Length >= 3);

    private sealed class Layer(string text, string[] words)
    {
        private readonly HashSet<(int, int, string?, string?)> _failed = [];

        /// <summary>Whether the rest from <paramref name="at"/> can be laid when at most two words, so far these, may be used.</summary>
        public bool CanLay(int at, int fillers, string? first, string? second)
        {
            if (at == text.Length) return true;
            if (!_failed.Add((at, fillers, first, second))) return false;
            if (KeyboardWalks.LengthAt(text, at) is > 0 and var walk && CanUse(Walk, at + walk, fillers, first, second)) return true;
            if (words.Any(word => Disguise.StandsAt(text, at, word) && CanUse(word, at + word.Length, fillers, first, second))) return true;
            return fillers > 0 && !char.IsLetter(text[at]) && CanLay(at + 1, fillers - 1, first, second);
        }

        private bool CanUse(string word, int next, int fillers, string? first, string? second)
        {
            if (word == first || word == second) return CanLay(next, fillers, first, second);
            if (first is null) return CanLay(next, fillers, word, second);
            return second is null && CanLay(next, fillers, first, word);
        }
    }
}
