using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Members;

/// <summary>What a person does over HTTP, and what a test asks of the answer.</summary>
internal static class AtTheDoor
{
    public static Task<HttpResponseMessage> Put(this Person person, string path, object body, string? ifMatch = "*") =>
        person.Send(HttpMethod.Put, path, body, ifMatch);

    public static Task<HttpResponseMessage> Post(this Person person, string path, object? body = null, string? ifMatch = null) =>
        person.Send(HttpMethod.Post, path, body, ifMatch);

    public static Task<HttpResponseMessage> Delete(this Person person, string path, string? ifMatch = null) =>
        person.Send(HttpMethod.Delete, path, null, ifMatch);

    public static Task<JsonElement> Read(this Person person, string path) => person.Http.GetFromJsonAsync<JsonElement>(path);

    public static async Task<IReadOnlyList<JsonElement>> Items(this Person person, string path) =>
        [.. (await person.Read(path)).GetProperty("items").EnumerateArray()];

    public static async Task<string> ETagOf(this Person person, string path) => (await person.Http.GetAsync(path)).Headers.ETag!.Tag;

    public static async Task Is(this Task<HttpResponseMessage> sent, HttpStatusCode status, string? code = null)
    {
        var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode} {text}");
        if (code is not null) Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    /// <summary>The fields that a 400 names, each with its code: <c>gender gender-invalid</c>.</summary>
    public static async Task<IReadOnlyList<string>> Errors(this Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("field").GetString()} {e.GetProperty("code").GetString()}")];
    }

    /// <summary>A body with some of its fields replaced by those of <paramref name="changes"/>, as JSON.</summary>
    public static JsonNode With(this object body, string changes)
    {
        var whole = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject()) whole[name] = value?.DeepClone();
        return whole;
    }

    private static Task<HttpResponseMessage> Send(this Person person, HttpMethod method, string path, object? body, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return person.Http.SendAsync(request);
    }
}
