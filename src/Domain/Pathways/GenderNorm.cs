namespace Mentorship.Domain.Pathways;

/// <summary>
/// What the pathway says of the genders of a pair. Where a strict rule cannot be read from plain words (non-binary, another word, not
/// stated) it warns and asks a person to look, and never refuses: Women for Sobriety welcomes all expressions of female identity, which
/// a table of words cannot judge, and a newcomer must not be turned away for an answer that they did not want to give. A suggestion is
/// not held against what is not stated, and attraction is never judged from gender.
/// </summary>
internal static class GenderNorm
{
    private const string Code = "norm-gender";
    private const string WomenOnlyCode = "norm-women-only";
    private const string SameGenderAsked = "both are of the same gender";
    private const string SameSexAsked = "both are of the same sex";
    private const string WomenAsked = "both are women, in any expression of female identity";
    private const string Look = "this cannot be told from what is stated, so please look at this pair yourself";

    public static NormFinding? Judge(Pathway pathway, RelationshipKind kind, NormFacts facts)
    {
        var (mentor, newcomer) = (StatedGender.Of(facts.MentorGender), StatedGender.Of(facts.NewcomerGender));
        return pathway.GenderRuleFor(kind) switch
        {
            GenderRule.SameGenderSuggested => Suggested(pathway, mentor, newcomer),
            GenderRule.SameSexRequired => SameSex(pathway, mentor, newcomer),
            GenderRule.WomenOnly => WomenOnly(pathway, mentor, newcomer),
            _ => null,
        };
    }

    public static NormText? Text(Pathway pathway, RelationshipKind kind) => pathway.GenderRuleFor(kind) switch
    {
        GenderRule.SameGenderSuggested => NormSentence.Text(pathway, Code, Firmness.Custom, SameGenderAsked),
        GenderRule.SameSexRequired => NormSentence.Text(pathway, Code, Firmness.Strict, SameSexAsked),
        GenderRule.WomenOnly => NormSentence.Text(pathway, WomenOnlyCode, Firmness.Strict, WomenAsked),
        _ => null,
    };

    private static NormFinding Suggested(Pathway pathway, StatedGender mentor, StatedGender newcomer)
    {
        var (effect, stands) = (mentor.IsStated && newcomer.IsStated, mentor == newcomer) switch
        {
            (false, _) => (Effect.Permits, "this is not stated"),
            (true, true) => (Effect.Permits, "they are"),
            (true, false) => (Effect.Warns, "here they are not, which is a matter for the two of them"),
        };
        return new(Code, effect, Firmness.Custom,
            NormSentence.Of(pathway, Firmness.Custom, SameGenderAsked, stands));
    }

    private static NormFinding SameSex(Pathway pathway, StatedGender mentor, StatedGender newcomer)
    {
        var (effect, stands) = (CanBeTold(mentor) && CanBeTold(newcomer), mentor == newcomer) switch
        {
            (false, _) => (Effect.Warns, Look),
            (true, true) => (Effect.Permits, "they are"),
            (true, false) => (Effect.Refuses, "here they are not"),
        };
        return new(Code, effect, Firmness.Strict,
            NormSentence.Of(pathway, Firmness.Strict, SameSexAsked, stands));
    }

    private static NormFinding WomenOnly(Pathway pathway, StatedGender mentor, StatedGender newcomer)
    {
        var (effect, stands) = (mentor.IsMan || newcomer.IsMan, mentor.IsWoman && newcomer.IsWoman) switch
        {
            (true, _) => (Effect.Refuses, "here one is a man"),
            (false, true) => (Effect.Permits, "they are"),
            (false, false) => (Effect.Warns, Look),
        };
        return new(WomenOnlyCode, effect, Firmness.Strict,
            NormSentence.Of(pathway, Firmness.Strict, WomenAsked, stands));
    }

    private static bool CanBeTold(StatedGender gender) => gender.IsWoman || gender.IsMan;
}
