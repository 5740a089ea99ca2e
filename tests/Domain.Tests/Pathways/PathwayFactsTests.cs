using Mentorship.Domain.Pathways;
using NodaTime.Text;
using static Mentorship.Domain.Pathways.Audience;
using static Mentorship.Domain.Pathways.CoordinatorAct;
using static Mentorship.Domain.Pathways.Exclusivity;
using static Mentorship.Domain.Pathways.GenderRule;
using Rule = Mentorship.Domain.Pathways.GenderRule;

namespace Mentorship.Domain.Tests.Pathways;

public class PathwayFactsTests
{
    public static TheoryData<string, string, Firmness?, Rule, CoordinatorAct, Audience, Exclusivity> Facts => new()
    {
        { "aa", "P1Y", Firmness.Literature, SameGenderSuggested, Introduce, Self, OneUsual },
        { "na", "P1Y", Firmness.Custom, SameGenderSuggested, Introduce, Self, OneUsual },
        { "ca", "P1Y", Firmness.Literature, AvoidAttraction, Introduce, Self, OnePlusList },
        { "cma", "P1Y", Firmness.Custom, AvoidAttraction, Introduce, Self, OneUsual },
        { "ma", "P1Y", Firmness.Custom, SameGenderSuggested, Introduce, Self, OneUsual },
        { "ga", "P90D", Firmness.Custom, SameGenderSuggested, Introduce, Self, OneUsual },
        { "oa", "P30D", Firmness.Custom, Rule.None, Introduce, Self, Multiple },
        { "dra", "P1Y", Firmness.Custom, Rule.None, Introduce, Self, OneUsual },
        { "aca", "P0D", null, Rule.None, Introduce, Self, Multiple },
        { "celebrate-recovery", "P1Y", Firmness.Strict, SameSexRequired, NewcomerAsks, Self, OnePlusTeam },
        { "recovery-dharma", "P0D", null, Rule.None, Introduce, Self, Multiple },
        { "refuge-recovery", "P0D", null, Rule.None, Introduce, Self, Multiple },
        { "smart-recovery", "P0D", null, Rule.None, BuddyOptin, Self, Multiple },
        { "lifering", "P0D", null, Rule.None, BuddyOptin, Self, Multiple },
        { "women-for-sobriety", "P1Y", Firmness.Custom, WomenOnly, BuddyOptin, Self, Multiple },
        { "sos", "P0D", null, Rule.None, BuddyOptin, Self, Multiple },
        { "al-anon", "P0D", null, SameGenderSuggested, Introduce, Family, OneUsual },
        { "nar-anon", "P0D", null, SameGenderSuggested, Introduce, Family, OneUsual },
        { "gam-anon", "P0D", null, SameGenderSuggested, Introduce, Family, OneUsual },
        { "smart-family-and-friends", "P0D", null, Rule.None, BuddyOptin, Family, Multiple },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Each_pathway_keeps_its_facts(
        string id, string minimum, Firmness? basis, Rule gender, CoordinatorAct act, Audience audience, Exclusivity exclusivity)
    {
        var pathway = PathwayCatalogue.Current.Get(id);

        Assert.Equal(PeriodPattern.Roundtrip.Parse(minimum).Value, pathway.Minimum);
        Assert.Equal(basis, pathway.MinimumBasis);
        Assert.Equal(gender, pathway.GenderRule);
        Assert.Equal(act, pathway.CoordinatorAct);
        Assert.Equal(audience, pathway.Audience);
        Assert.Equal(exclusivity, pathway.Exclusivity);
    }

    [Fact]
    public void The_twenty_are_all_there_and_no_more() =>
        Assert.Equal(Facts.Select(row => (string)row[0]), PathwayCatalogue.Current.All.Select(pathway => pathway.Id));

    [Theory]
    [InlineData("aa", "sober", false)]
    [InlineData("na", "clean", false)]
    [InlineData("ca", "clean and sober", false)]
    [InlineData("ga", "abstinent", false)]
    [InlineData("oa", "abstinent", true)]
    [InlineData("dra", "dual recovery", false)]
    [InlineData("celebrate-recovery", "sobriety", false)]
    [InlineData("recovery-dharma", "recovery", true)]
    [InlineData("smart-recovery", "my goal", true)]
    public void Time_is_counted_in_the_pathways_own_word(string id, string word, bool isPersonal)
    {
        var clock = PathwayCatalogue.Current.Get(id).Clock;

        Assert.Equal((word, isPersonal), (clock?.Word, clock?.IsPersonal));
    }

    [Theory]
    [InlineData("aca")]
    [InlineData("al-anon")]
    [InlineData("nar-anon")]
    [InlineData("gam-anon")]
    [InlineData("smart-family-and-friends")]
    public void Where_no_time_is_counted_there_are_no_milestones(string id)
    {
        var pathway = PathwayCatalogue.Current.Get(id);

        Assert.Null(pathway.Clock);
        Assert.Empty(pathway.Milestones.Once);
    }

    [Theory]
    [InlineData("aa", ProgrammeWorked.Expected, OwnMentor.Custom)]
    [InlineData("celebrate-recovery", ProgrammeWorked.Required, OwnMentor.Required)]
    [InlineData("recovery-dharma", ProgrammeWorked.FurtherAlong, OwnMentor.None)]
    [InlineData("refuge-recovery", ProgrammeWorked.Experience, OwnMentor.None)]
    [InlineData("al-anon", ProgrammeWorked.Helpful, OwnMentor.Custom)]
    [InlineData("smart-recovery", ProgrammeWorked.None, OwnMentor.None)]
    public void What_is_wanted_of_a_mentor_is_each_pathways_own(string id, ProgrammeWorked programme, OwnMentor own)
    {
        var pathway = PathwayCatalogue.Current.Get(id);

        Assert.Equal((programme, own), (pathway.ProgrammeWorked, pathway.OwnMentor));
    }

    [Fact]
    public void The_fields_that_one_pathway_alone_has_are_carried()
    {
        var all = PathwayCatalogue.Current;

        Assert.Equal(PathwayStatus.Legacy, Assert.Single(all.All, it => it.Status != PathwayStatus.Current).Status);
        Assert.Equal("women-for-sobriety", Assert.Single(all.All, it => it.Eligibility == Eligibility.AdultWomen).Id);
        Assert.Equal("nar-anon", Assert.Single(all.All, it => it.SimilarSituationMatters).Id);
        Assert.Equal("al-anon", Assert.Single(all.All, it => !it.GivesAdvice).Id);
        Assert.Equal("pressure-relief", all.Get("ga").Customs.TeamTool);
        Assert.Equal("twelve-sessions", all.Get("oa").Customs.TemporaryPlan);
        Assert.Equal(new SizeRange(3, 10), all.Get("recovery-dharma").Customs.GroupSize);
        Assert.Equal("How was your week?", all.Get("lifering").CheckInPrompt);
        Assert.Equal(new SizeRange(1, 4), all.Get("celebrate-recovery").PartnerRole?.Size);
        Assert.Equal(new ProgrammeWork(WorkKind.PrinciplesAndSteps, 8, 12, null), all.Get("celebrate-recovery").Work);
        Assert.Equal(new ProgrammeWork(WorkKind.Statements, 13, null, 6), all.Get("women-for-sobriety").Work);
        Assert.Equal(
            ["white", "orange", "green", "red", "blue", "yellow", "glow", "grey", "black"], all.Get("na").MilestoneColours);
    }

    [Theory]
    [InlineData("cma", ContactCustom.DailyCall)]
    [InlineData("oa", ContactCustom.Daily)]
    [InlineData("recovery-dharma", ContactCustom.DailyBookend)]
    [InlineData("women-for-sobriety", ContactCustom.MorningStatementEveningReview)]
    [InlineData("sos", ContactCustom.DailyReaffirmation)]
    [InlineData("aa", null)]
    public void A_custom_of_contact_is_carried(string id, ContactCustom? contact) =>
        Assert.Equal(contact, PathwayCatalogue.Current.Get(id).Customs.Contact);
}
