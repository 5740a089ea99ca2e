using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Pathways;

public sealed class NormTextsTests
{
    private static readonly NormFacts NothingStated = new(null, new(2026, 10, 20), null, null, null, null);

    [Fact]
    public void Each_text_is_the_beginning_of_what_a_judgement_says()
    {
        foreach (var (pathway, kind) in EveryKindOffered())
        {
            var judged = Norms.Judge(pathway, kind, NothingStated).Where(finding => finding.Code != "norm-kind-offered").ToList();
            var texts = Norms.Texts(pathway, kind);
            Assert.Equal(judged.Select(finding => (finding.Code, finding.Firmness)), texts.Select(text => (text.Code, text.Firmness)));
            Assert.All(judged.Zip(texts), pair =>
                Assert.StartsWith(pair.Second.Sentence[..^1] + ": ", pair.First.Sentence, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_kind_that_is_not_offered_asks_nothing() =>
        Assert.Empty(Norms.Texts(PathwayCatalogue.Current.Get("smart-recovery"), RelationshipKind.Sponsor));

    private static IEnumerable<(Pathway, RelationshipKind)> EveryKindOffered() =>
        from pathway in PathwayCatalogue.Current.All
        from kind in Enum.GetValues<RelationshipKind>()
        where pathway.OffersKind(kind)
        select (pathway, kind);
}
