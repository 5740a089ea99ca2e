using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class PathwayRulesTests
{
    [Theory]
    [InlineData("aa", true)]
    [InlineData("na;aa", true)]
    [InlineData("na", false)]
    [InlineData("", false)]
    [InlineData("no-such-pathway", false)]
    public void Only_mentors_of_the_pathway_are_proposed(string mentors, bool isShared)
    {
        var scene = new Scene { Mentor = Scene.Usual with { Pathways = mentors.Split(';', StringSplitOptions.RemoveEmptyEntries) } };
        Assert.Equal(isShared ? [] : ["pathway-not-shared"], scene.Codes);
    }

    [Theory]
    [InlineData("al-anon", "aa", "audience-not-shared")]
    [InlineData("aa", "al-anon", "audience-not-shared")]
    [InlineData("al-anon", "nar-anon", "pathway-not-shared")]
    [InlineData("al-anon", "aa;al-anon", null)]
    [InlineData("aa", "al-anon;aa", null)]
    public void Families_and_people_with_a_difficulty_of_their_own_never_match(string asked, string mentors, string? code)
    {
        var scene = new Scene { Pathway = asked, Mentor = Scene.Usual with { Pathways = mentors.Split(';') } };
        Assert.Equal(code, scene.Judge().Bar?.Code);
    }

    [Fact]
    public void Where_newcomers_ask_for_themselves_a_coordinator_is_told_so_of_everyone_who_follows_the_pathway()
    {
        foreach (var pathway in PathwayCatalogue.Current.All)
        {
            var codes = new Scene { Pathway = pathway.Id, Mentor = Scene.Usual with { Pathways = [pathway.Id] } }.Judge().Warnings.Select(w => w.Code);
            Assert.Equal(pathway.CoordinatorAct == CoordinatorAct.NewcomerAsks, codes.Contains("newcomer-asks"));
        }
    }

    [Fact]
    public void On_every_pair_of_pathways_of_the_two_audiences_nobody_is_proposed()
    {
        var all = PathwayCatalogue.Current.All;
        foreach (var (asked, mentors) in all.SelectMany(one => all.Where(other => !one.SharesAudienceWith(other)).Select(other => (one, other))))
            Assert.Equal("audience-not-shared", new Scene { Pathway = asked.Id, Mentor = Scene.Usual with { Pathways = [mentors.Id] } }.Judge().Bar!.Code);
    }

    [Theory]
    [InlineData("aa", "2025-11-01", null, true)]
    [InlineData("aa", "2025-11-02", "norm-time-in-recovery", true)]
    [InlineData("aa", null, "norm-time-in-recovery", true)]
    [InlineData("na", "2026-10-01", "norm-time-in-recovery", true)]
    [InlineData("celebrate-recovery", "2026-10-01", "norm-time-in-recovery", false)]
    [InlineData("smart-recovery", null, null, true)]
    public void Too_little_time_excludes_as_firmly_as_the_pathway_says(string pathway, string? since, string? code, bool mayBeOverridden)
    {
        var scene = new Scene().On(pathway, pathway == "smart-recovery" ? RelationshipKind.AccountabilityPartner : RelationshipKind.Sponsor);
        var candidate = (scene with { Mentor = scene.Mentor with { RecoverySince = DateOf(since) } }).Judge();
        Assert.Equal(code, candidate.Exclusions.SingleOrDefault()?.Code);
        Assert.Equal(mayBeOverridden, candidate.Bar is null);
    }

    [Fact]
    public void A_warning_of_a_norm_excludes_nobody_and_is_kept()
    {
        var candidate = new Scene { Mentor = Scene.Usual with { Gender = "man" } }.Judge();
        Assert.True(candidate.IsEligible);
        Assert.Equal("norm-gender", Assert.Single(candidate.Warnings).Code);
    }

    [Fact]
    public void The_norms_of_a_pathway_are_not_held_against_those_who_do_not_follow_it()
    {
        var codes = new Scene { Pathway = "celebrate-recovery", Mentor = Scene.Usual with { Gender = "man", RecoverySince = null } }.Codes;
        Assert.Equal(["pathway-not-shared"], codes);
    }

    [Theory]
    [InlineData(RelationshipKind.AccountabilityPartner, true)]
    [InlineData(RelationshipKind.Sponsor, false)]
    [InlineData(RelationshipKind.TemporaryContact, false)]
    public void Where_peers_opt_in_to_each_other_only_that_kind_is_proposed(RelationshipKind kind, bool isProposed)
    {
        var candidate = new Scene().On("smart-recovery", kind).Judge();
        Assert.Equal(isProposed ? null : "norm-kind-offered", candidate.Bar?.Code);
    }

    private static LocalDate? DateOf(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
