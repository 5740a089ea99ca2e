using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mentorship.Api.Http;

/// <summary>
/// Which field made a request unreadable, as far as the framework's messages tell. Only names are taken from them, and only names that
/// look like names; a message in a new form gives no field, and a test says so.
/// </summary>
internal static partial class Unreadable
{
    public static IReadOnlyList<FieldProblem> FieldsOf(BadHttpRequestException bad)
    {
        if (bad.InnerException is JsonException json) return [.. InJson(json)];
        if (Absent().Match(bad.Message) is { Success: true } absent) return [Missing(absent.Groups["name"].Value)];
        return Unbound().Match(bad.Message) is { Success: true } unbound ? [Invalid(unbound.Groups["name"].Value)] : [];
    }

    /// <summary>The values in the address that their endpoint could not read: for those that may be left out, the framework says no more than 400.</summary>
    public static IReadOnlyList<FieldProblem> FieldsOf(HttpContext context) =>
    [
        .. from parameter in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? []
           where Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) is { } type
               && context.Request.Query[parameter.Name].ToString() is { Length: > 0 } text && !CanRead(type, text)
           select Invalid(parameter.Name),
    ];

    private static bool CanRead(Type type, string text) =>
        type.GetMethod("TryParse", [typeof(string), type.MakeByRefType()])?.Invoke(null, [text, null]) is not false;

    private static IEnumerable<FieldProblem> InJson(JsonException json)
    {
        var path = InBody().Match(json.Path ?? "").Groups["path"].Value;
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal))
            return Quoted().Matches(json.Message[json.Message.LastIndexOf(':')..]).Select(m => Missing($"{path}.{m.Groups["name"].Value}".TrimStart('.')));
        if (path.Length == 0) return [];
        return [json.Message.Contains("could not be mapped", StringComparison.Ordinal) ? Unknown(path) : Invalid(path)];
    }

    private static FieldProblem Missing(string field) => new(field, "member-missing", "This is needed.");

    private static FieldProblem Unknown(string field) => new(field, "member-unknown", "There is no such member here.");

    private static FieldProblem Invalid(string field) => new(field, "value-invalid", "This is not a value that is taken here. Compare it with the API's documentation.");

    [GeneratedRegex("""^Failed to bind parameter "[^"]* (?<name>\w+)" from """)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter "[^"]* (?<name>\w+)" was not provided from """)]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\$\.(?<path>[A-Za-z][A-Za-z0-9]{0,39}(?:\.[A-Za-z][A-Za-z0-9]{0,39}|\[\d{1,6}\])*)$")]
    private static partial Regex InBody();

    [GeneratedRegex("'(?<name>[A-Za-z][A-Za-z0-9]{0,39})'")]
    private static partial Regex Quoted();
}
