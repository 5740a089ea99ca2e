using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Pathways;

public class WordsTests
{
    public static TheoryData<string, RelationshipKind> EveryPathwayAndKind
    {
        get
        {
            var rows = new TheoryData<string, RelationshipKind>();
            foreach (var pathway in PathwayCatalogue.Current.All)
            {
                Array.ForEach(Enum.GetValues<RelationshipKind>(), kind => rows.Add(pathway.Id, kind));
            }
            return rows;
        }
    }

    [Theory]
    [InlineData("aa", RelationshipKind.Sponsor, "sponsor", "sponsee", "sponsorship")]
    [InlineData("aa", RelationshipKind.TemporaryContact, "temporary contact", "newcomer", "temporary contact")]
    [InlineData("ca", RelationshipKind.AccountabilityPartner, "accountability partner", "accountability partner",
        "accountability partnership")]
    [InlineData("recovery-dharma", RelationshipKind.Sponsor, "mentor", "mentee", "mentorship")]
    [InlineData("recovery-dharma", RelationshipKind.AccountabilityPartner, "practice partner", "practice partner", "practice partnership")]
    [InlineData("refuge-recovery", RelationshipKind.AccountabilityPartner, "dharma friend", "dharma friend", "dharma friendship")]
    [InlineData("lifering", RelationshipKind.AccountabilityPartner, "peer", "peer", "one-to-one support")]
    [InlineData("women-for-sobriety", RelationshipKind.AccountabilityPartner, "support sister", "member", "one-to-one support")]
    [InlineData("al-anon", RelationshipKind.Sponsor, "sponsor", "sponsee", "sponsorship")]
    public void Members_see_their_pathways_own_words(
        string id, RelationshipKind kind, string mentor, string newcomer, string relationship) =>
        Assert.Equal(new Words(mentor, newcomer, relationship), PathwayCatalogue.Current.Get(id).Words(kind));

    [Theory]
    [InlineData(RelationshipKind.Sponsor)]
    [InlineData(RelationshipKind.TemporaryContact)]
    [InlineData(RelationshipKind.AccountabilityPartner)]
    public void Smart_recovery_knows_accountability_partners_alone(RelationshipKind kind) => Assert.Equal(
        new Words("accountability partner", "accountability partner", "accountability partnership"),
        PathwayCatalogue.Current.Get("smart-recovery").Words(kind));

    [Theory]
    [MemberData(nameof(EveryPathwayAndKind))]
    public void A_forbidden_label_never_occurs_in_a_pathways_words(string id, RelationshipKind kind)
    {
        var pathway = PathwayCatalogue.Current.Get(id);
        var words = pathway.Words(kind);

        Assert.Null(pathway.ForbiddenLabelIn($"{words.Mentor} {words.Newcomer} {words.Relationship}"));
    }

    [Fact]
    public void A_temporary_contact_is_never_called_a_sponsor() => Assert.All(PathwayCatalogue.Current.All, pathway =>
        Assert.DoesNotContain("sponsor", pathway.Words(RelationshipKind.TemporaryContact).ToString(), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Your SPONSOR wrote", "sponsor")]
    [InlineData("about sponsorship", "sponsor")]
    [InlineData("no Alcoholics here", "alcoholic")]
    [InlineData("your accountability partner wrote", null)]
    public void A_forbidden_label_is_found_in_any_case_and_inside_longer_words(string text, string? label) =>
        Assert.Equal(label, PathwayCatalogue.Current.Get("smart-recovery").ForbiddenLabelIn(text));

    [Theory]
    [InlineData(RelationshipKind.Sponsor, "sponsor")]
    [InlineData(RelationshipKind.TemporaryContact, "temporary-contact")]
    [InlineData(RelationshipKind.AccountabilityPartner, "accountability-partner")]
    public void A_kind_has_one_text_id(RelationshipKind kind, string text)
    {
        Assert.Equal(text, RelationshipKinds.TextOf(kind));
        Assert.True(RelationshipKinds.TryParse(text, out var parsed));
        Assert.Equal(kind, parsed);
    }

    [Theory]
    [InlineData("Sponsor")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_text_is_no_kind(string? text) => Assert.False(RelationshipKinds.TryParse(text, out _));
}
