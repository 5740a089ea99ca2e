using System.Text.Json;

namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>What the gateway says of a text in its body: a 2xx alone is also what a portal or a proxy on the way answers.</summary>
internal static class TwilioAnswer
{
    /// <summary>A message with an id, without an error, that has not failed already.</summary>
    public static bool IsTaken(string body) => Read(body, said =>
        TextOf(said, "sid") is { Length: > 0 } && TextOf(said, "status") is not ("failed" or "undelivered") && NumberOf(said, "error_code") == 0);

    /// <summary>The code of the error; 0 where none is said.</summary>
    public static int CodeOf(string body) =>
        Read(body, said => NumberOf(said, "code") is not 0 and var code ? code : NumberOf(said, "error_code"));

    private static T? Read<T>(string body, Func<JsonElement, T> read)
    {
        try
        {
            using var said = JsonDocument.Parse(body);
            return said.RootElement.ValueKind == JsonValueKind.Object ? read(said.RootElement) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? TextOf(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int NumberOf(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
