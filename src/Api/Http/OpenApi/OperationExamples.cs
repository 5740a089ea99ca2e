using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>Puts the examples of <see cref="Examples"/> beside the bodies that they are examples of.</summary>
internal sealed class OperationExamples(IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var taken = context.Description.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type;
        if (operation.RequestBody is OpenApiRequestBody body) Set(body.Content, taken);
        foreach (var answer in context.Description.SupportedResponseTypes)
            if (operation.Responses?.GetValueOrDefault($"{answer.StatusCode}") is OpenApiResponse response) Set(response.Content, answer.Type);
        return Task.CompletedTask;
    }

    private void Set(IDictionary<string, OpenApiMediaType>? content, Type? type)
    {
        if (type is null || content is null || !content.TryGetValue("application/json", out var media)) return;
        if (Examples.Of(type) is { } example) media.Example = JsonSerializer.SerializeToNode(example, example.GetType(), json.Value.SerializerOptions);
    }
}
