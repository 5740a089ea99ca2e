using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Matching;

public class WordsTests
{
    /// <summary>Between them, these break every rule that speaks of the two, and meet and miss every wish.</summary>
    private static readonly Scene[] Scenes =
    [
        new() { Wishes = new() { MentorGenders = ["woman"], AgeFrom = 40, LivedExperience = ["parent"], Orientation = "secular" } },
        new()
        {
            Mentor = Scene.Usual with { Gender = null, BirthYear = null, Languages = ["pl", "en"], RecoverySince = null, Availability = WeeklyAvailability.Empty },
            Newcomer = Scene.Usual with { Gender = null, Languages = ["es"], Modes = MeetingModes.InPerson },
            Offer = new MentorOffer { NewcomerGenders = ["man"], HasOwnMentor = false, Capacity = 0 },
            Wishes = new() { MentorGenders = ["man"], AgeFrom = 80, LivedExperience = ["parent"], Orientation = "secular", Musts = (Musts)31 },
            Then = mentor => mentor.PauseMentoring(Scene.Now),
        },
        new()
        {
            Newcomer = Scene.Usual with { Gender = "man", Modes = MeetingModes.InPerson, Place = null },
            Mentor = Scene.Usual with { Modes = MeetingModes.InPerson, Languages = [], Pathways = ["al-anon"], BirthYear = 2000 },
            Offer = new MentorOffer { NewcomerGenders = ["woman"] },
            Wishes = new() { MentorGenders = ["man"], AgeFrom = 80, Musts = (Musts)31 },
        },
    ];

    [Fact]
    public void No_sentence_holds_a_label_that_its_pathway_forbids()
    {
        foreach (var pathway in PathwayCatalogue.Current.All)
            foreach (var sentence in Enum.GetValues<RelationshipKind>().SelectMany(kind => Scenes.SelectMany(scene => SentencesOf(scene, pathway, kind))))
                Assert.True(pathway.ForbiddenLabelIn(sentence) is null, $"{pathway.Id}: {sentence}");
    }

    [Theory]
    [InlineData("aa", RelationshipKind.Sponsor, "This sponsor has not been vetted yet.")]
    [InlineData("aa", RelationshipKind.TemporaryContact, "This temporary contact has not been vetted yet.")]
    [InlineData("recovery-dharma", RelationshipKind.Sponsor, "This mentor has not been vetted yet.")]
    [InlineData("smart-recovery", RelationshipKind.AccountabilityPartner, "This accountability partner has not been vetted yet.")]
    [InlineData("women-for-sobriety", RelationshipKind.AccountabilityPartner, "This support sister has not been vetted yet.")]
    public void Sentences_speak_in_the_pathways_words(string pathway, RelationshipKind kind, string sentence)
    {
        var scene = new Scene { Then = mentor => mentor.Vet(new NodaTime.LocalDate(2030, 1, 1)) }.On(pathway, kind);
        Assert.Equal(sentence, Assert.Single(scene.Judge().Exclusions).Sentence);
    }

    [Fact]
    public void Where_both_are_called_the_same_the_newcomer_is_the_one_who_asks()
    {
        var scene = new Scene { Offer = new Scene().Offer with { NewcomerGenders = ["man"] } }.On("smart-recovery", RelationshipKind.AccountabilityPartner);
        Assert.Equal("This accountability partner is there for people of another gender than that of the one who asks.", Assert.Single(scene.Judge().Exclusions).Sentence);
    }

    private static IEnumerable<string> SentencesOf(Scene scene, Pathway pathway, RelationshipKind kind)
    {
        var candidate = (scene with { Pathway = pathway.Id, Kind = kind, Mentor = scene.Mentor with { Pathways = [.. scene.Mentor.Pathways, pathway.Id] } }).Judge();
        return candidate.Exclusions.Select(e => e.Sentence).Concat(candidate.Warnings.Select(c => c.Sentence)).Concat(candidate.Fit?.Parts.Select(p => p.Sentence) ?? []);
    }
}
