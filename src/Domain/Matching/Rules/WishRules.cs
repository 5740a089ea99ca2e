using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>The newcomer's musts. A must that names nothing asks for nothing; what the mentor has not stated does not meet it.</summary>
internal static class WishRules
{
    public static readonly HardRule Gender = Must("wish-gender", Musts.Gender, pair =>
        GenderWish.Met(pair.Wishes.MentorGenders, pair.Mentor.Gender) switch
        {
            0 => $"{pair.ThisMentor} is not of a gender that {pair.TheNewcomer} must have.",
            0.5 => $"{pair.ThisMentor} has not stated a gender, and {pair.TheNewcomer} must have one of certain genders.",
            _ => null,
        });

    public static readonly HardRule Age = Must("wish-age", Musts.Age, pair =>
        pair.Wishes is { AgeFrom: null, AgeTo: null } ? null : pair.Mentor.YearsOutside(pair.Wishes.AgeFrom, pair.Wishes.AgeTo) switch
        {
            0 => null,
            null => $"{pair.ThisMentor} has not stated an age, and {pair.TheNewcomer} must have one of certain ages.",
            _ => $"{pair.ThisMentor} is not of an age that {pair.TheNewcomer} must have.",
        });

    /// <summary>All that are named, so that naming fewer never excludes more.</summary>
    public static readonly HardRule LivedExperience = Must("wish-lived-experience", Musts.LivedExperience, pair =>
        Experiences.Shared(pair) == Experiences.Wished(pair) ? null
            : $"{pair.ThisMentor} does not name every experience that {pair.TheNewcomer} must have shared.");

    public static readonly HardRule Orientation = Must("wish-orientation", Musts.Orientation, pair =>
        OrientationWish.IsMet(pair) != false ? null
            : $"{pair.ThisMentor} follows no pathway of the orientation that {pair.TheNewcomer} must have.");

    public static readonly HardRule FirstLanguage = Must("wish-first-language", Musts.FirstLanguage, pair =>
        pair.Newcomer.Profile.Languages is [var first, ..]
        && !pair.Mentor.Profile.Languages.Contains(first, StringComparer.OrdinalIgnoreCase)
            ? $"{pair.ThisMentor} does not speak the first language of {pair.TheNewcomer}, which is a must." : null);

    private static HardRule Must(string code, Musts must, Func<Prospect, string?> broken) =>
        new(code, Firmness.Wish, pair => pair.Wishes.IsMust(must) ? broken(pair) : null);
}
