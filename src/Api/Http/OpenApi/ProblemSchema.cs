using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>Problem details as <see cref="ProblemWriter"/> writes them.</summary>
internal static class ProblemSchema
{
    public static OpenApiSchema Make() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details, RFC 9457.",
        Required = new HashSet<string> { "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("One sentence for a person."),
            ["code"] = Text("Stable kebab-case, for programs.", "mentor-full"),
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Field(), Description = "What is wrong with which field, where fields are known." },
        },
    };

    private static OpenApiSchema Field() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "field", "code", "message" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["field"] = Text("The field as it is named in the JSON or in the address.", "wishes.ageFrom"),
            ["code"] = Text("Stable kebab-case, for programs.", "age-range"),
            ["message"] = Text("One sentence for a person.", "Ages go from 18 to 120."),
        },
    };

    private static OpenApiSchema Text(string description, string? example = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = description,
        Examples = example is null ? null : [JsonValue.Create(example)],
    };
}
