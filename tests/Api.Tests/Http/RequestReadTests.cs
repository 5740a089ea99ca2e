using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Contract;

namespace Mentorship.Api.Tests.Http;

public sealed class RequestReadTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    [Fact]
    public async Task What_was_asked_for_can_be_read_where_the_answer_says()
    {
        var newcomer = await world.Community.Newcomer();
        var asked = await newcomer.Http.PostAsJsonAsync($"{world.Path}/requests",
            new { pathway = "aa", kind = "sponsor", wishes = new { ageFrom = 30, musts = new[] { "age", "gender" } } });
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        var read = await newcomer.Http.GetAsync(asked.Headers.Location);
        Assert.NotNull(read.Headers.ETag);
        var request = await read.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid(), request.GetProperty("id").GetGuid());
        Assert.Equal("""["gender","age"]""", request.GetProperty("wishes").GetProperty("musts").GetRawText());
        Assert.Equal(request.GetRawText(), (await Items(newcomer.Http))[0].GetRawText());
    }

    [Fact]
    public async Task To_the_newcomer_an_offer_that_is_out_is_still_an_open_request()
    {
        var scene = await Scene.At(Stage.Offered, world.Host, world.Community);
        var path = $"{world.Path}/requests/{scene.Values["request"]}";
        Assert.Equal("open", await State(scene.Newcomer.Http, path));
        Assert.Equal("offered", await State(world.Coordinator, path));
        Assert.Equal("open", (await Items(scene.Newcomer.Http))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Pages_lead_to_one_another_until_every_row_was_seen_once()
    {
        var newcomer = await world.Community.Newcomer();
        foreach (var pathway in (string[])["aa", "na", "smart-recovery"])
            await world.Community.Request(newcomer, pathway, pathway == "smart-recovery" ? Domain.Pathways.RelationshipKind.AccountabilityPartner : Domain.Pathways.RelationshipKind.Sponsor);
        var seen = new List<Guid>();
        for (string? next = ""; next is not null;)
        {
            var page = await newcomer.Http.GetFromJsonAsync<JsonElement>($"{world.Path}/requests/mine?limit=1&cursor={next}");
            seen.Add(page.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid());
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(3, seen.Distinct().Count());
    }

    private static async Task<string?> State(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonElement>(path)).GetProperty("state").GetString();

    private async Task<IReadOnlyList<JsonElement>> Items(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"{world.Path}/requests/mine")).GetProperty("items").EnumerateArray()];
}
