using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Pathways;

public class PathwayCatalogueTests
{
    private static PathwayCatalogue Catalogue => PathwayCatalogue.Current;

    [Fact]
    public void The_shipped_catalogue_is_valid_and_loaded_once() => Assert.Same(PathwayCatalogue.Current, PathwayCatalogue.Current);

    [Fact]
    public void The_schema_is_versioned() => Assert.Equal("pathway-catalogue/1", Catalogue.Schema);

    [Fact]
    public void The_defaults_are_three_newcomers_ninety_days_no_fault_and_nobody_reading() =>
        Assert.Equal(new NormDefaults(3, 90, true, false), Catalogue.Defaults);

    [Fact]
    public void An_unknown_pathway_is_not_found()
    {
        Assert.Null(Catalogue.Find("nobody"));
        Assert.Throws<NotFound>(() => Catalogue.Get("nobody"));
    }

    [Fact]
    public void Therapy_goes_alongside_and_is_never_a_pathway_to_be_matched_on() => Assert.Null(Catalogue.Find("therapy"));

    [Fact]
    public void Medicine_taken_as_prescribed_never_resets_a_date() =>
        Assert.DoesNotContain(Catalogue.All, pathway => pathway.MedicationIsRelapse);

    [Fact]
    public void Every_name_comes_with_a_line_that_claims_no_tie() =>
        Assert.All(Catalogue.All, pathway =>
        {
            Assert.Contains(pathway.Name, pathway.Affiliation, StringComparison.Ordinal);
            Assert.Contains("Not affiliated", pathway.Affiliation, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_pathway_says_where_its_facts_were_read() => Assert.All(Catalogue.All, pathway => Assert.NotEmpty(pathway.Sources));

    [Fact]
    public void There_are_six_milestone_sets() => Assert.Equal(
        ["twelve-step-chips", "aa-monthly", "na-keytags", "ga", "neutral", "none"], Catalogue.MilestoneSets.Select(set => set.Id));

    [Fact]
    public void Monthly_chips_run_from_a_day_to_two_years_and_then_every_year()
    {
        var chips = Catalogue.Get("aa").Milestones;

        Assert.Equal(15, chips.Once.Count);
        Assert.Equal((Period.FromDays(1), Period.FromYears(2)), (chips.Once[0], chips.Once[^1]));
        Assert.Equal(Period.FromYears(1), chips.ThenEvery);
    }

    [Fact]
    public void The_white_tag_is_for_the_first_day_itself() => Assert.Equal(Period.Zero, Catalogue.Get("na").Milestones.Once[0]);
}
