namespace Mentorship.Domain.Members;

/// <summary>
/// Short words of a member's own, such as genders or lived experience: lower case, each once, without the marks that part words in a
/// list.
/// </summary>
public static class PlainWords
{
    public const int LongestGender = 40, MostGenders = 10, LongestExperience = 60, MostExperience = 16;

    private const string Any = "any";

    public static string Tidied(string word) => word.Trim().ToLowerInvariant();

    public static IReadOnlyList<string> Tidied(IEnumerable<string>? words) => [.. (words ?? []).Select(Tidied).Distinct()];

    public static bool IsGender(string? word) => IsFit(word, LongestGender);

    /// <summary>At most ten; none means any, so that <c>any</c> itself is no gender.</summary>
    public static bool AreGenders(IReadOnlyList<string?>? words) =>
        AreFit(words, MostGenders, LongestGender) && words?.Any(w => Tidied(w!) == Any) != true;

    public static bool AreExperience(IReadOnlyList<string?>? words) => AreFit(words, MostExperience, LongestExperience);

    private static bool AreFit(IReadOnlyList<string?>? words, int most, int longest) =>
        words is null || (words.Count <= most && words.All(word => IsFit(word, longest)));

    private static bool IsFit(string? word, int longest) =>
        !string.IsNullOrWhiteSpace(word) && word.Length <= longest && !word.AsSpan().ContainsAny(';', ',') && ShownText.IsSound(word);
}
