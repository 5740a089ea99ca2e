using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Factors;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>One request held against every value of each trait that its mentors have.</summary>
internal sealed class WishTables
{
    private readonly Wishes _wishes;
    private readonly RelationshipKind _kind;
    private readonly Profile _newcomer;
    private readonly StatedGender _gender;
    private readonly Pathway _pathway;
    private readonly Policy _policy;

    public WishTables(Ask ask, Pathway pathway, MentorColumns mentors, Policy policy)
    {
        (_wishes, _kind, _newcomer, _pathway, _policy) = (ask.Request.Wishes, ask.Request.Kind, ask.Newcomer.Profile, pathway, policy);
        _gender = StatedGender.Of(_newcomer.Gender);
        (Genders, Ages, Languages) = (mentors.Genders.Table(OfGenders), mentors.Ages.Table(OfAge), mentors.Languages.Table(OfLanguages));
        (Orientations, SharedExperience) = (mentors.Pathways.Table(OfOrientation), mentors.Experience.Shared(_wishes.LivedExperience));
        Experience = [.. Enumerable.Range(0, Experiences.Wished(_wishes) + 1).Select(OfExperience)];
        (Places, Answers) = (mentors.Places.Table(OfPlaces), mentors.Answers.Table(OfAnswers));
    }

    public Cell[] Genders { get; }
    public Cell[] Ages { get; }
    public Cell[] Languages { get; }
    public Cell[] Orientations { get; }

    /// <summary>By how many experiences are shared, which is by the mentor's set in <see cref="SharedExperience"/>.</summary>
    public Cell[] Experience { get; }

    public byte[] SharedExperience { get; }
    public Cell[] Places { get; }
    public Cell[] Answers { get; }

    private Cell OfGenders(MentorGenders mentor)
    {
        var newcomers = GenderWish.Met(_wishes.MentorGenders, mentor.Stated);
        var mentors = GenderWish.Met(mentor.Newcomers, _gender);
        var broken = Broken.WishGender.If(newcomers < 1 && _wishes.IsMust(Musts.Gender)) | Broken.MentorGenderComfort.If(mentors < 1);
        return Cell.Of(broken | OfGenderNorm(mentor.Own), Mean(newcomers, mentors), WeightOf(GenderFactor.It));
    }

    private Broken OfGenderNorm(string? mentor) =>
        _pathway.GenderRuleFor(_kind) is not (GenderRule.SameSexRequired or GenderRule.WomenOnly)
        || GenderNorm.Judge(_pathway, _kind, new(null, default, mentor, _newcomer.Gender, null, null)) is not
        { Effect: Effect.Refuses } refusal
            ? Broken.None
            : refusal.Code == BrokenRules.Codes[Broken.NormGender.First()] ? Broken.NormGender : Broken.NormWomenOnly;

    private Cell OfAge(MentorAge mentor)
    {
        if (_wishes is { AgeFrom: null, AgeTo: null }) return default;
        var years = Side.YearsOutside(mentor.Born, mentor.Year, _wishes.AgeFrom, _wishes.AgeTo);
        return Cell.Of(Broken.WishAge.If(years != 0 && _wishes.IsMust(Musts.Age)), AgeFactor.ValueOf(years), WeightOf(AgeFactor.It));
    }

    private Cell OfLanguages(IReadOnlyList<string> mentor)
    {
        var newcomer = _newcomer.Languages;
        var broken = Broken.NoSharedLanguage.If(!newcomer.Any(language => Speaks(mentor, language)))
            | Broken.WishFirstLanguage.If(_wishes.IsMust(Musts.FirstLanguage) && newcomer.Count > 0 && !Speaks(mentor, newcomer[0]));
        return Cell.Of(broken, FirstLanguageFactor.ValueOf(newcomer, mentor), WeightOf(FirstLanguageFactor.It));
    }

    private Cell OfOrientation(MentorPathways mentor)
    {
        var isMet = OrientationWish.IsMet(_wishes.Orientation, mentor.Known);
        var broken = Broken.WishOrientation.If(isMet == false && _wishes.IsMust(Musts.Orientation));
        return Cell.Of(broken, isMet is { } met ? met ? 1 : 0 : null, WeightOf(OrientationFactor.It));
    }

    private Cell OfExperience(int shared)
    {
        if (_wishes.LivedExperience.Count == 0) return default;
        var wished = Experiences.Wished(_wishes);
        var broken = Broken.WishLivedExperience.If(shared != wished && _wishes.IsMust(Musts.LivedExperience));
        return Cell.Of(broken, (double)shared / wished, WeightOf(LivedExperienceFactor.It));
    }

    private Cell OfPlaces(MentorPlaces mentor) =>
        Cell.Of(Broken.None, mentor.All > 0 ? (double)mentor.Free / mentor.All : null, WeightOf(LoadFactor.It));

    private Cell OfAnswers(MentorAnswers mentor) =>
        Cell.Of(Broken.None, mentor.Offers > 0 ? ReliabilityFactor.ValueOf(mentor.Offers, mentor.Answered) : null, WeightOf(ReliabilityFactor.It));

    private double WeightOf(Factor factor) => _policy.WeightOf(factor.Name);

    private static double? Mean(double? one, double? other) => one is null ? other : other is null ? one : (one + other) / 2;

    private static bool Speaks(IReadOnlyList<string> spoken, string language) =>
        spoken.Contains(language, StringComparer.OrdinalIgnoreCase);
}
