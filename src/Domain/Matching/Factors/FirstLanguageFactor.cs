namespace Mentorship.Domain.Matching.Factors;

/// <summary>1 where both have the same first language, a half where one's first is spoken by the other, else 0.</summary>
internal static class FirstLanguageFactor
{
    public static readonly Factor It = new("first-language", pair =>
        (pair.Newcomer.Profile.Languages, pair.Mentor.Profile.Languages) switch
        {
            ([], _) or (_, []) => null,
            ([var one, ..], [var other, ..]) when Same(one, other) => new(1, "They have the same first language."),
            ([var one, ..], var spoken) when Speaks(spoken, one) =>
                new(0.5, $"{pair.ThisMentor} speaks the first language of {pair.TheNewcomer}."),
            (var spoken, [var other, ..]) when Speaks(spoken, other) =>
                new(0.5, "One of them is at home in the language that they share."),
            _ => new(0, "The language that they share is the first of neither."),
        });

    /// <summary>Null where one of them has stated none.</summary>
    public static double? ValueOf(IReadOnlyList<string> newcomer, IReadOnlyList<string> mentor) =>
        newcomer.Count == 0 || mentor.Count == 0 ? null
        : Same(newcomer[0], mentor[0]) ? 1
        : Speaks(mentor, newcomer[0]) || Speaks(newcomer, mentor[0]) ? 0.5 : 0;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Speaks(IReadOnlyList<string> spoken, string language) =>
        spoken.Contains(language, StringComparer.OrdinalIgnoreCase);
}
