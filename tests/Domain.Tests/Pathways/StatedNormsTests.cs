using Mentorship.Domain.Pathways;
using static Mentorship.Domain.Pathways.Effect;
using static Mentorship.Domain.Pathways.RelationshipKind;

namespace Mentorship.Domain.Tests.Pathways;

public class StatedNormsTests
{
    [Theory]
    [InlineData("celebrate-recovery", true, Permits, Firmness.Strict)]
    [InlineData("celebrate-recovery", false, Refuses, Firmness.Strict)]
    [InlineData("celebrate-recovery", null, Refuses, Firmness.Strict)]
    [InlineData("aa", true, Permits, Firmness.Custom)]
    [InlineData("aa", false, Warns, Firmness.Custom)]
    [InlineData("aa", null, Permits, Firmness.Custom)]
    [InlineData("recovery-dharma", false, Warns, Firmness.Custom)]
    [InlineData("recovery-dharma", null, Permits, Firmness.Custom)]
    [InlineData("refuge-recovery", false, Warns, Firmness.Custom)]
    [InlineData("refuge-recovery", null, Permits, Firmness.Custom)]
    public void The_programme_worked_is_judged_as_firmly_as_it_is_asked(string id, bool? worked, Effect effect, Firmness firmness) =>
        Assert.Equal((effect, firmness), Programme(id, Sponsor, worked));

    [Theory]
    [InlineData("al-anon", Sponsor)]
    [InlineData("smart-recovery", AccountabilityPartner)]
    [InlineData("aa", AccountabilityPartner)]
    [InlineData("celebrate-recovery", AccountabilityPartner)]
    public void The_programme_is_not_judged_where_it_only_helps_or_between_peers(string id, RelationshipKind kind) =>
        Assert.Null(Programme(id, kind, false));

    [Theory]
    [InlineData("celebrate-recovery", true, Permits, Firmness.Strict)]
    [InlineData("celebrate-recovery", false, Refuses, Firmness.Strict)]
    [InlineData("celebrate-recovery", null, Refuses, Firmness.Strict)]
    [InlineData("aa", true, Permits, Firmness.Custom)]
    [InlineData("aa", false, Warns, Firmness.Custom)]
    [InlineData("aa", null, Permits, Firmness.Custom)]
    public void A_mentor_of_their_own_is_judged_as_firmly_as_it_is_asked(string id, bool? has, Effect effect, Firmness firmness) =>
        Assert.Equal((effect, firmness), Own(id, Sponsor, has));

    [Theory]
    [InlineData("recovery-dharma", Sponsor)]
    [InlineData("smart-recovery", AccountabilityPartner)]
    [InlineData("aa", AccountabilityPartner)]
    [InlineData("celebrate-recovery", AccountabilityPartner)]
    public void A_mentor_of_their_own_is_not_asked_for_elsewhere_or_between_peers(string id, RelationshipKind kind) =>
        Assert.Null(Own(id, kind, false));

    [Fact]
    public void What_is_not_stated_is_said_to_be_so() => Assert.Equal(
        "By custom in Alcoholics Anonymous, the temporary contact has a sponsor of their own: this is not stated.",
        Judged.All("aa", TemporaryContact, Judged.Fine with { MentorHasMentor = null })
            .Single(it => it.Code == "norm-own-mentor").Sentence);

    private static (Effect, Firmness)? Programme(string id, RelationshipKind kind, bool? worked) =>
        Judged.One("norm-programme-worked", id, kind, Judged.Fine with { ProgrammeWorked = worked });

    private static (Effect, Firmness)? Own(string id, RelationshipKind kind, bool? has) =>
        Judged.One("norm-own-mentor", id, kind, Judged.Fine with { MentorHasMentor = has });
}
