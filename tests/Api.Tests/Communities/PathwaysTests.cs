using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Pathways;

namespace Mentorship.Api.Tests.Communities;

public sealed class PathwaysTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Every_pathway_is_named_with_the_line_that_nobody_is_affiliated()
    {
        var me = await Somebody();
        var all = (await me.Read("/api/v1/pathways")).EnumerateArray().ToList();
        Assert.Equal(PathwayCatalogue.Current.All.Select(p => p.Id), all.Select(p => p.GetProperty("id").GetString()));
        Assert.All(all, p => Assert.Contains("Not affiliated", p.GetProperty("affiliation").GetString()));
    }

    [Fact]
    public async Task A_pathway_says_what_it_asks_in_its_own_words()
    {
        var aa = await (await Somebody()).Read("/api/v1/pathways/aa");
        var kinds = aa.GetProperty("pathway").GetProperty("kinds");
        Assert.Equal("sponsor", kinds[0].GetProperty("kind").GetString());
        Assert.Equal("sponsee", kinds[0].GetProperty("words").GetProperty("newcomer").GetString());
        var norms = aa.GetProperty("norms")[0].GetProperty("norms").EnumerateArray();
        Assert.Contains(
            "The literature of Alcoholics Anonymous suggests that the sponsor has at least 1 year sober.",
            norms.Select(n => n.GetProperty("sentence").GetString()));
        Assert.Equal(("P1D", "P1Y"),
            (aa.GetProperty("milestones")[0].GetProperty("after").GetString(), aa.GetProperty("thenEvery").GetString()));
    }

    [Fact]
    public async Task No_pathway_shows_a_word_that_its_members_do_not_want_to_read()
    {
        var me = await Somebody();
        foreach (var pathway in PathwayCatalogue.Current.All)
        {
            var view = await me.Read($"/api/v1/pathways/{pathway.Id}");
            var shown = Texts(view).Select(text => text.Replace(pathway.Name, "", StringComparison.Ordinal));
            Assert.All(shown, text => Assert.Null(pathway.ForbiddenLabelIn(text)));
        }
    }

    [Fact]
    public async Task An_unknown_pathway_is_not_found()
    {
        await (await Somebody()).Http.GetAsync("/api/v1/pathways/xyz").Is(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_catalogue_is_for_who_has_signed_in()
    {
        await host.CreateClient().GetAsync("/api/v1/pathways").Is(HttpStatusCode.Unauthorized, "sign-in-needed");
        await host.CreateClient().GetAsync("/api/v1/pathways/aa").Is(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    private async Task<Person> Somebody() => (await SampleCommunity.In(host)).Coordinator;

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
