using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Allotments;

/// <summary>An answer of the service: its status, the problem's code if there is one, and the body.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Code, JsonElement Body, string? Location, string? ETag)
{
    public Guid Id => Body.GetProperty("id").GetGuid();

    public IReadOnlyList<JsonElement> Lines => [.. Body.GetProperty("lines").EnumerateArray()];
}

/// <summary>The allotments of one community as its coordinator calls them.</summary>
internal sealed class AllotmentDoor(SampleCommunity community)
{
    private readonly HttpClient _http = community.Coordinator.Http;

    public Task<Answer> Allot(object? order = null, string? key = null) => Send(HttpMethod.Post, "", order ?? new { }, key: key);

    public Task<Answer> Read(Guid allotment) => Send(HttpMethod.Get, $"/{allotment}");

    public Task<Answer> Publish(Guid allotment, object? body = null, string? key = null) => Send(HttpMethod.Post, $"/{allotment}/publish", body ?? new { }, key: key);

    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"{community.Path}/allotments{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var json = text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        var code = !answer.IsSuccessStatusCode && json.ValueKind == JsonValueKind.Object ? json.GetProperty("code").GetString() : null;
        return new(answer.StatusCode, code, json, answer.Headers.Location?.ToString(), answer.Headers.ETag?.Tag);
    }
}
