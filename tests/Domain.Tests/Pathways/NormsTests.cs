using Mentorship.Domain.Pathways;
using NodaTime;
using static Mentorship.Domain.Pathways.RelationshipKind;

namespace Mentorship.Domain.Tests.Pathways;

public class NormsTests
{
    [Theory]
    [InlineData("smart-recovery", Sponsor)]
    [InlineData("smart-recovery", TemporaryContact)]
    [InlineData("women-for-sobriety", Sponsor)]
    public void A_kind_that_is_not_offered_is_refused_and_nothing_else_is_judged(string id, RelationshipKind kind)
    {
        var finding = Assert.Single(Judged.All(id, kind, Judged.Fine with { MentorSince = null, MentorGender = "man" }));

        Assert.Equal(("norm-kind-offered", Effect.Refuses, Firmness.Strict), (finding.Code, finding.Effect, finding.Firmness));
    }

    [Theory]
    [InlineData("celebrate-recovery", TemporaryContact, Effect.Warns)]
    [InlineData("celebrate-recovery", Sponsor, null)]
    [InlineData("aa", TemporaryContact, null)]
    public void A_temporary_contact_of_which_no_source_speaks_is_a_warning(string id, RelationshipKind kind, Effect? effect) =>
        Assert.Equal(effect, Judged.One("norm-kind-offered", id, kind, Judged.Fine)?.Item1);

    [Fact]
    public void Every_norm_that_applies_is_named_and_a_pair_that_meets_them_all_is_permitted()
    {
        var findings = Judged.All("celebrate-recovery", Sponsor, Judged.Fine);

        Assert.Equal(
            ["norm-time-in-recovery", "norm-programme-worked", "norm-own-mentor", "norm-gender"], findings.Select(it => it.Code));
        Assert.All(findings, it => Assert.Equal((Effect.Permits, Firmness.Strict), (it.Effect, it.Firmness)));
    }

    [Fact]
    public void Where_nothing_is_asked_nothing_is_found() =>
        Assert.Empty(Judged.All("smart-recovery", AccountabilityPartner, new NormFacts(null, Judged.Fine.Today, null, null, null, null)));

    [Theory]
    [InlineData("aa", Sponsor, null,
        "The literature of Alcoholics Anonymous suggests that the sponsor has at least 1 year sober: the date is not stated.")]
    [InlineData("na", Sponsor, "2026-01-01",
        "By custom in Narcotics Anonymous, the sponsor has at least 1 year clean: the date given is too recent.")]
    [InlineData("celebrate-recovery", Sponsor, "2020-01-01",
        "Celebrate Recovery requires that the sponsor has at least 1 year of sobriety: the date given meets this.")]
    [InlineData("ga", TemporaryContact, "2027-01-01",
        "By custom in Gamblers Anonymous, the temporary contact has at least 90 days abstinent: the date given is still to come.")]
    public void A_sentence_says_who_asks_what_is_asked_and_how_it_stands(string id, RelationshipKind kind, string? since, string sentence)
    {
        LocalDate? date = since is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(since).Value;

        Assert.Equal(sentence, Judged.All(id, kind, Judged.Fine with { MentorSince = date })
            .Single(it => it.Code == "norm-time-in-recovery").Sentence);
    }

    [Fact]
    public void Every_sentence_is_one_plain_line_without_a_forbidden_label()
    {
        foreach (var pathway in PathwayCatalogue.Current.All)
        {
            foreach (var finding in EveryFinding(pathway))
            {
                Assert.Matches("^[A-Z][^\n_{}]*[^ .]\\.$", finding.Sentence);
                Assert.DoesNotContain("  ", finding.Sentence, StringComparison.Ordinal);
                Assert.Null(pathway.ForbiddenLabelIn(finding.Sentence));
                Assert.Matches("^norm(-[a-z]+)+$", finding.Code);
            }
        }
    }

    [Theory]
    [InlineData(Effect.Refuses, Firmness.Strict, false)]
    [InlineData(Effect.Refuses, Firmness.Literature, true)]
    [InlineData(Effect.Refuses, Firmness.Custom, true)]
    [InlineData(Effect.Refuses, Firmness.Community, true)]
    [InlineData(Effect.Warns, Firmness.Custom, false)]
    public void Only_a_refusal_that_is_not_strict_can_be_overridden(Effect effect, Firmness firmness, bool can) =>
        Assert.Equal(can, new NormFinding("norm-gender", effect, firmness, "A line.").CanBeOverridden);

    private static IEnumerable<NormFinding> EveryFinding(Pathway pathway) =>
        from facts in EveryFacts()
        from kind in Enum.GetValues<RelationshipKind>()
        from finding in Norms.Judge(pathway, kind, facts)
        select finding;

    private static IEnumerable<NormFacts> EveryFacts() =>
        from since in new LocalDate?[] { null, new LocalDate(2000, 1, 1), new LocalDate(2026, 2, 27), new LocalDate(2030, 1, 1) }
        from mentor in new[] { null, "woman", "man", "non-binary" }
        from newcomer in new[] { null, "woman", "man", "non-binary" }
        from stated in new bool?[] { null, true, false }
        select new NormFacts(since, Judged.Fine.Today, mentor, newcomer, stated, stated);
}
