using System.Net;
using System.Text;
using System.Text.Json;
using Mentorship.Api.Tests.Contract;

namespace Mentorship.Api.Tests.Http;

public sealed class NastyInputTests(TwoCommunities world) : IClassFixture<TwoCommunities>
{
    private static readonly string[] NastyWords =
        ["", "%00", "abc", "-1", "0", "201", "99999999999999999999", "%F0%9F%98%80", "%ED%A0%80", "MTIzNDU2Nzg5MC45OTk5OTk", "LTYwMDAwMDAwMDAwMDAwMDAwMC4w", "MjQ5OTk5OTk5OTk5OTk5OTk5OS4w", "null", "marker-7f3a"];

    public static TheoryData<string> Writes => [.. RouteTable.Rows.Where(r => r.Key.StartsWith("P")).Select(r => r.Key)];

    public static TheoryData<string> Reads => [.. RouteTable.Rows.Where(r => r.Key.StartsWith("GET")).Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task No_body_is_a_failure_of_ours_and_none_comes_back(string endpoint)
    {
        var row = RouteTable.Of(endpoint);
        var scene = await world.Scene(row.At);
        var persona = SomebodyWhoMay(row);
        foreach (var body in NastyBodies.Of(scene.BodyOf(row)))
        {
            var answer = await Send(row, persona, scene, body);
            await RequireHarmless(answer, body);
            if (answer.IsSuccessStatusCode) scene = await world.Scene(row.At); // the step is done: the next body meets a new pair
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task No_word_in_an_address_is_a_failure_of_ours_and_none_comes_back(string endpoint)
    {
        var row = RouteTable.Of(endpoint);
        var scene = await world.Scene(row.At);
        var client = world.ClientOf(SomebodyWhoMay(row), scene);
        var address = scene.AddressOf(endpoint.Split(' ')[1], scene.Community);
        foreach (var name in await QueryOf(endpoint))
            foreach (var word in NastyWords)
                await RequireHarmless(await client.GetAsync($"{address}?{name}={word}"), $"{name}={word}");
        foreach (var parameter in scene.Values.Keys.Where(k => k != "community" && endpoint.Contains($"{{{k}}}")))
            foreach (var word in NastyWords.Where(w => w is not ("" or "%00"))) // a server takes no %00 in a path
                await RequireHarmless(await client.GetAsync(address.Replace(scene.Values[parameter], word)), $"{parameter}={word}");
    }

    /// <summary>The names that the endpoint takes in its address, by its documentation.</summary>
    private async Task<IReadOnlyList<string>> QueryOf(string endpoint)
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await world.Host.CreateClient().GetStringAsync("/openapi/v1.json"));
        return document.GetProperty("paths").TryGetProperty(endpoint.Split(' ')[1], out var path) && path.GetProperty("get").TryGetProperty("parameters", out var all)
            ? [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!)]
            : [];
    }

    private static Persona SomebodyWhoMay(IRow row) =>
        new[] { Persona.Newcomer, Persona.Mentor, Persona.Coordinator, Persona.Anonymous }.FirstOrDefault(p => row.For(p) is < 300 or 409, Persona.Stranger);

    private Task<HttpResponseMessage> Send(IRow row, Persona persona, Scene scene, string body)
    {
        var (method, pattern) = (row.Key.Split(' ')[0], row.Key.Split(' ')[1]);
        var request = new HttpRequestMessage(new HttpMethod(method), scene.AddressOf(pattern, scene.Community)) { Content = new StringContent(body, Encoding.UTF8, row.Type) };
        request.Headers.Add("If-Match", "*");
        return world.ClientOf(persona, scene).SendAsync(request);
    }

    private static async Task RequireHarmless(HttpResponseMessage answer, string input)
    {
        if (answer.IsSuccessStatusCode) return;
        var text = await answer.Content.ReadAsStringAsync();
        var shown = input.Length > 300 ? input[..300] : input;
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{answer.StatusCode} for {shown}");
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{answer.StatusCode} {answer.Content.Headers.ContentType} for {shown}");
        Assert.NotEmpty(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()!);
        Assert.DoesNotContain(NastyBodies.Marker, text);
    }
}
