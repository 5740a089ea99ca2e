using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>Names an operation after its use case and describes it and its parameters.</summary>
internal sealed class OperationWords(UseCaseWords words) : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["cursor"] = "Where to go on: `next` of the page before. Leave it out for the first page.",
        ["limit"] = "How many rows, 1 to 200.",
        ["community"] = "The community; 404 when you are not a member of it.",
        ["question"] = "The question's code.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<UseCase>().LastOrDefault() is { } useCase)
        {
            operation.OperationId ??= JsonNamingPolicy.CamelCase.ConvertName(useCase.Type.Name);
            operation.Description ??= words.SummaryOf(useCase.Type);
        }
        operation.Parameters ??= [];
        if (context.Description.RelativePath!.Contains("{community", StringComparison.Ordinal)) operation.Parameters.Insert(0, Community());
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) Describe(parameter);
        return Task.CompletedTask;
    }

    /// <summary>The group's own parameter: no handler names it, because the membership filter has entered it before.</summary>
    private static OpenApiParameter Community() => new()
    {
        Name = "community",
        In = ParameterLocation.Path,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
    };

    private static void Describe(OpenApiParameter parameter)
    {
        var name = parameter.Name!;
        parameter.Description ??= Parameters.GetValueOrDefault(name) ?? (parameter.In == ParameterLocation.Path ? $"The {Spaced(name)}." : null);
        if (name == "limit" && parameter.Schema is OpenApiSchema limit) (limit.Minimum, limit.Maximum, limit.Default) = ("1", "200", 50);
    }

    private static string Spaced(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}"));
}
