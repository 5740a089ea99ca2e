using Mentorship.Domain.Pathways;
using NodaTime;
using static Mentorship.Domain.Pathways.RelationshipKind;

namespace Mentorship.Domain.Tests.Pathways;

public class PathwayKindsTests
{
    private static Pathway Get(string id) => PathwayCatalogue.Current.Get(id);

    [Fact]
    public void A_buddy_pathway_offers_accountability_partners_alone() =>
        Assert.All(PathwayCatalogue.Current.All.Where(it => it.CoordinatorAct == CoordinatorAct.BuddyOptin), pathway =>
            Assert.Equal([AccountabilityPartner], Enum.GetValues<RelationshipKind>().Where(pathway.OffersKind)));

    [Fact]
    public void Every_other_pathway_offers_all_three() =>
        Assert.All(PathwayCatalogue.Current.All.Where(it => it.CoordinatorAct != CoordinatorAct.BuddyOptin), pathway =>
            Assert.All(Enum.GetValues<RelationshipKind>(), kind => Assert.True(pathway.OffersKind(kind))));

    [Fact]
    public void A_pathway_without_temporary_contacts_offers_the_other_two()
    {
        var pathway = ChangedCatalogue.Read("na", na => na["customs"]!["temporaryContacts"] = "no").Get("na");

        Assert.Equal([Sponsor, AccountabilityPartner], Enum.GetValues<RelationshipKind>().Where(pathway.OffersKind));
    }

    [Theory]
    [InlineData("aa", 1, 1, 1)]
    [InlineData("ca", 1, 1, 4)]
    [InlineData("celebrate-recovery", 1, 1, 4)]
    [InlineData("oa", 3, 3, 3)]
    [InlineData("smart-recovery", 0, 0, 3)]
    [InlineData("women-for-sobriety", 0, 0, 3)]
    public void Places_at_once_follow_exclusivity(string id, int sponsors, int contacts, int partners) => Assert.Equal(
        [sponsors, contacts, partners],
        new[] { Sponsor, TemporaryContact, AccountabilityPartner }.Select(Get(id).PlacesAtOnce));

    [Fact]
    public void A_team_is_as_large_as_the_pathway_says()
    {
        var catalogue = ChangedCatalogue.Read("celebrate-recovery", it => it["partnerRole"]!["size"]!["most"] = 2);

        Assert.Equal(2, catalogue.Get("celebrate-recovery").PlacesAtOnce(AccountabilityPartner));
    }

    [Fact]
    public void Peers_beside_sponsors_are_asked_for_no_time() =>
        Assert.Equal(Period.Zero, Get("aa").MinimumFor(AccountabilityPartner));

    [Fact]
    public void A_temporary_contact_is_asked_for_a_mentors_time() =>
        Assert.Equal(Period.FromYears(1), Get("aa").MinimumFor(TemporaryContact));

    [Fact]
    public void A_support_sister_is_asked_for_the_pathways_own_year() =>
        Assert.Equal(Period.FromYears(1), Get("women-for-sobriety").MinimumFor(AccountabilityPartner));

    [Theory]
    [InlineData("aa", "smart-recovery", true)]
    [InlineData("al-anon", "smart-family-and-friends", true)]
    [InlineData("aa", "al-anon", false)]
    [InlineData("smart-family-and-friends", "smart-recovery", false)]
    public void Family_and_self_never_meet(string one, string other, bool share)
    {
        Assert.Equal(share, Get(one).SharesAudienceWith(Get(other)));
        Assert.Equal(share, Get(other).SharesAudienceWith(Get(one)));
    }
}
