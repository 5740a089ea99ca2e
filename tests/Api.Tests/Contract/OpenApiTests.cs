using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Domain.Notices;

namespace Mentorship.Api.Tests.Contract;

public sealed class OpenApiTests(TwoCommunities world) : IClassFixture<TwoCommunities>
{
    [Fact]
    public async Task The_committed_document_is_the_one_that_the_service_gives()
    {
        var given = await world.Host.CreateClient().GetStringAsync("/openapi/v1.json") + "\n";
        if (Environment.GetEnvironmentVariable("MENTORSHIP_WRITE_OPENAPI") == "1") await File.WriteAllTextAsync(Committed, given);
        Assert.True(await File.ReadAllTextAsync(Committed) == given, "docs/openapi.json is out of date: run scripts/openapi.sh and look at what changed.");
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_a_title_and_a_bearer_scheme()
    {
        var document = await Document();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        Assert.NotEmpty(document.GetProperty("info").GetProperty("description").GetString()!);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_words_a_tag_and_says_how_it_can_refuse()
    {
        var operations = Operations(await Document()).ToList();
        foreach (var (key, operation) in operations)
        {
            Assert.True(Has(operation, "operationId") && Has(operation, "description"), $"{key}: name its use case with .Does<TUseCase>()");
            Assert.True(Has(operation, "summary"), $"{key}: give it .WithSummary");
            Assert.True(Has(operation, "tags"), $"{key}: give it .WithTags");
            foreach (var answer in operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] is '4' or '5'))
                Assert.Equal("#/components/schemas/Problem", answer.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
            foreach (var name in Regex.Matches(key, @"\{(\w+)\}").Select(m => m.Groups[1].Value))
                Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == name && p.GetProperty("required").GetBoolean());
        }
        Assert.Equal(operations.Count, operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Every_endpoint_of_the_API_is_in_it()
    {
        var described = Operations(await Document()).Select(o => o.Key);
        Assert.Equal(world.Host.Endpoints().Where(e => e.Contains(" /api/")).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_success_that_answers_something_says_what()
    {
        foreach (var (key, operation) in Operations(await Document()))
        {
            var success = operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2');
            Assert.True(success.Name is "204" or "202" || success.Value.TryGetProperty("content", out _), $"{key}: answer with a typed result, such as Task<Ok<T>>");
        }
    }

    [Fact]
    public async Task No_telling_word_is_in_an_address()
    {
        foreach (var (key, _) in Operations(await Document())) Assert.Empty(TellingWords.FindIn(key));
    }

    [Fact]
    public async Task The_page_to_try_it_and_the_document_are_closed_unless_a_setting_opens_them()
    {
        using var closed = new Hosting.ApiHost();
        Assert.Equal(404, (int)(await closed.CreateClient().GetAsync("/openapi/v1.json")).StatusCode);
        Assert.Equal(404, (int)(await closed.CreateClient().GetAsync("/docs/index.html")).StatusCode);
        var open = await world.Host.CreateClient().GetAsync("/docs/index.html");
        Assert.Equal(200, (int)open.StatusCode);
        Assert.Contains("script-src 'self';", open.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(open.Headers.Contains("x-swagger-ui-version"));
    }

    private static string Committed => Path.Combine(Api.Hosting.LocalFolders.Root, "docs", "openapi.json");

    private async Task<JsonElement> Document() => JsonSerializer.Deserialize<JsonElement>(await world.Host.CreateClient().GetStringAsync("/openapi/v1.json"));

    private static IEnumerable<(string Key, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    private static bool Has(JsonElement operation, string name) => operation.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.String ? value.GetString()!.Length > 0 : value.GetArrayLength() > 0);
}
