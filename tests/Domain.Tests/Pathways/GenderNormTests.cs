using Mentorship.Domain.Pathways;
using static Mentorship.Domain.Pathways.Effect;
using static Mentorship.Domain.Pathways.RelationshipKind;

namespace Mentorship.Domain.Tests.Pathways;

public class GenderNormTests
{
    [Theory]
    [InlineData("woman", "woman", Permits)]
    [InlineData("Woman ", "female", Permits)]
    [InlineData("trans man", "man", Permits)]
    [InlineData("non-binary", "Non-Binary", Permits)]
    [InlineData("woman", "man", Warns)]
    [InlineData("woman", "non-binary", Warns)]
    [InlineData(null, "woman", Permits)]
    [InlineData("woman", " ", Permits)]
    [InlineData(null, null, Permits)]
    public void A_suggestion_warns_of_a_stated_difference_and_never_refuses(string? mentor, string? newcomer, Effect effect) =>
        Assert.Equal((effect, Firmness.Custom), Gender("aa", Sponsor, mentor, newcomer));

    [Theory]
    [InlineData("man", "man", Permits)]
    [InlineData("male", "Man", Permits)]
    [InlineData("woman", "man", Refuses)]
    [InlineData("man", "trans woman", Refuses)]
    [InlineData("non-binary", "man", Warns)]
    [InlineData("non-binary", "non-binary", Warns)]
    [InlineData("man", null, Warns)]
    [InlineData(null, null, Warns)]
    public void Same_sex_required_refuses_strictly_and_leaves_what_it_cannot_tell_to_a_person(
        string? mentor, string? newcomer, Effect effect)
    {
        Assert.Equal((effect, Firmness.Strict), Gender("celebrate-recovery", Sponsor, mentor, newcomer));
        Assert.Equal((effect, Firmness.Strict), Gender("celebrate-recovery", AccountabilityPartner, mentor, newcomer));
    }

    [Theory]
    [InlineData("woman", "woman", Permits)]
    [InlineData("trans woman", "woman", Permits)]
    [InlineData("man", "woman", Refuses)]
    [InlineData("woman", "male", Refuses)]
    [InlineData("man", null, Refuses)]
    [InlineData("non-binary", "woman", Warns)]
    [InlineData("woman", "two-spirit", Warns)]
    [InlineData(null, "woman", Warns)]
    [InlineData("woman", "", Warns)]
    public void Women_only_refuses_a_man_on_either_side_and_leaves_the_rest_to_a_person(string? mentor, string? newcomer, Effect effect) =>
        Assert.Equal((effect, Firmness.Strict), Judged.One(
            "norm-women-only", "women-for-sobriety", AccountabilityPartner, With(mentor, newcomer)));

    [Theory]
    [InlineData("ca")]
    [InlineData("cma")]
    [InlineData("oa")]
    [InlineData("lifering")]
    public void Attraction_is_never_judged_from_gender(string id) =>
        Assert.DoesNotContain(
            Judged.All(id, AccountabilityPartner, With("woman", "man")),
            it => it.Code is "norm-gender" or "norm-women-only");

    [Fact]
    public void A_suggestion_holds_between_peers_too() =>
        Assert.Equal((Warns, Firmness.Custom), Gender("aa", AccountabilityPartner, "woman", "man"));

    private static (Effect, Firmness)? Gender(string id, RelationshipKind kind, string? mentor, string? newcomer) =>
        Judged.One("norm-gender", id, kind, With(mentor, newcomer));

    private static NormFacts With(string? mentor, string? newcomer) =>
        Judged.Fine with { MentorGender = mentor, NewcomerGender = newcomer };
}
