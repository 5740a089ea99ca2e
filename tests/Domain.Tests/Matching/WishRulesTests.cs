using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Tests.Matching;

public class WishRulesTests
{
    [Theory]
    [InlineData("", null, true)]
    [InlineData("woman", "woman", true)]
    [InlineData("woman", "trans woman", true)]
    [InlineData("woman", "man", false)]
    [InlineData("woman", "non-binary", false)]
    [InlineData("woman", null, false)]
    [InlineData("woman;non-binary", "Non-Binary", true)]
    public void A_must_for_gender_is_kept(string wished, string? mentor, bool isMet) =>
        Check(new() { MentorGenders = Words(wished) }, Musts.Gender, "wish-gender", isMet, new() { Mentor = Scene.Usual with { Gender = mentor } });

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(40, 50, null, false)]
    [InlineData(40, 50, 1980, true)]
    [InlineData(47, null, 1980, false)]
    [InlineData(46, null, 1980, true)]
    [InlineData(null, 45, 1980, true)] // 45 until the birthday in 2026, which is not known
    [InlineData(null, 44, 1980, false)]
    public void A_must_for_age_is_kept(int? from, int? to, int? born, bool isMet) =>
        Check(new() { AgeFrom = from, AgeTo = to }, Musts.Age, "wish-age", isMet, new() { Mentor = Scene.Usual with { BirthYear = born } });

    [Theory]
    [InlineData("", "", true)]
    [InlineData("parent", "", false)]
    [InlineData("parent", "veteran;Parent", true)]
    [InlineData("parent;veteran", "parent", false)]
    [InlineData("parent;veteran", "veteran;parent", true)]
    public void A_must_for_experience_is_for_all_that_are_named(string wished, string lived, bool isMet) =>
        Check(new() { LivedExperience = Words(wished) }, Musts.LivedExperience, "wish-lived-experience", isMet,
            new() { Mentor = Scene.Usual with { LivedExperience = Words(lived) } });

    [Theory]
    [InlineData(null, "aa", true)]
    [InlineData("spiritual", "aa", true)]
    [InlineData("secular", "aa", false)]
    [InlineData("secular", "aa;smart-recovery", true)]
    [InlineData("spiritual", "aa;recovery-dharma", true)]
    public void A_must_for_orientation_looks_at_all_pathways_of_the_mentor(string? wished, string pathways, bool isMet) =>
        Check(new() { Orientation = wished }, Musts.Orientation, "wish-orientation", isMet, new() { Mentor = Scene.Usual with { Pathways = Words(pathways) } });

    [Theory]
    [InlineData("en", "en", true)]
    [InlineData("es;en", "en", false)]
    [InlineData("es;en", "en;es", true)]
    public void A_must_for_the_first_language_asks_that_the_mentor_speaks_it(string newcomer, string mentor, bool isMet) =>
        Check(new(), Musts.FirstLanguage, "wish-first-language", isMet,
            new() { Newcomer = Scene.Usual with { Languages = Words(newcomer) }, Mentor = Scene.Usual with { Languages = Words(mentor) } });

    private static void Check(Wishes wishes, Musts must, string code, bool isMet, Scene scene)
    {
        Assert.Equal(isMet ? [] : [code], scene.Wishing(wishes with { Musts = must }).Codes);
        Assert.Empty(scene.Wishing(wishes).Codes); // only a preference
        Assert.Empty(scene.Wishing(wishes with { Musts = (Musts)31 & ~must }).Codes);
    }

    private static string[] Words(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
