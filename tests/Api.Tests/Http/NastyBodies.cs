using System.Text.Json.Nodes;

namespace Mentorship.Api.Tests.Http;

/// <summary>Bodies that nobody should send: whole ones, and good ones with one value of them turned into something else.</summary>
internal static class NastyBodies
{
    public const string Marker = "marker-7f3a";

    private static readonly string[] Whole =
    [
        "", " ", "{", "{}", "null", "[]", "[{}]", "\"\"", "0", "true", "NaN", "\"marker-7f3a\"", "{\"\":\"\"}", "{\"$id\":\"1\",\"$ref\":\"1\",\"$type\":\"x\"}",
        "{\"__proto__\":{}}", "{\"a\":1,}", "\u0000", "\ufeff{}", "{\"\\ud800\":1}", new string('[', 5000), $"{{\"a\":{new string('[', 200)}{new string(']', 200)}}}",
    ];

    private static readonly string[] Values =
    [
        "null", "\"\"", "\" \"", "\"marker-7f3a\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u202e\\ufeff\\uffff\"", "\"😀\"",
        $"\"{new string('x', 100_000)}\"", "0", "-1", "11", "2147483648", "-9223372036854775809", "1e400", "1.5", "true", "[]", "{}", "[null]", "[[]]", "[\"\\u0000\"]",
        "[{\"question\":null}]", "[{}]", "{\"a\":null}", "\"9999-12-31\"", "\"every:366:9999-12-31\"", "\"every:1:-9998-01-01\"", "\"monthly:31\"", "\"99:99\"", "\"Etc/GMT+12\"",
    ];

    public static IEnumerable<string> Of(string? good)
    {
        foreach (var body in good is null ? Whole[..4] : Whole) yield return body; // an endpoint that takes none does not look
        if (good?.StartsWith('{') != true) yield break;
        foreach (var path in Leaves(JsonNode.Parse(good)!, []))
            foreach (var value in Values) yield return Replaced(good, path, value);
    }

    private static IEnumerable<object[]> Leaves(JsonNode? node, object[] path)
    {
        if (path.Length > 0) yield return path;
        var inner = node switch
        {
            JsonObject o => o.SelectMany(p => Leaves(p.Value, [.. path, p.Key])),
            JsonArray a => a.SelectMany((item, index) => Leaves(item, [.. path, index])),
            _ => [],
        };
        foreach (var leaf in inner) yield return leaf;
    }

    /// <summary>The value is put in as text, because a node cannot hold what is not JSON.</summary>
    private static string Replaced(string text, object[] path, string value)
    {
        var root = JsonNode.Parse(text)!;
        var at = path.SkipLast(1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path[^1] is int last) at[last] = "HERE";
        else at[(string)path[^1]] = "HERE";
        return root.ToJsonString().Replace("\"HERE\"", value);
    }
}
