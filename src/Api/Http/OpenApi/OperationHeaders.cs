using Mentorship.Api.Http.Repeats;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>The headers of versions: If-Match on what edits, ETag and If-None-Match on what can be edited, Location on what is made.</summary>
internal static class OperationHeaders
{
    public static Task Transform(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<NeedsVersion>().Any())
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag of the version that you loaded, or `*` for whichever is there.", "\"3\""));
        if (metadata.OfType<AnswersWithETag>().Any())
        {
            operation.Parameters.Add(Header("If-None-Match", required: false, "An ETag that you have: 304 without a body when nothing has changed.", "\"3.5f2b8c0d91ae\""));
            Answer(operation, "200", "ETag", "The version to name in If-Match.");
            operation.Responses!.TryAdd("304", new OpenApiResponse { Description = "Nothing has changed." });
        }
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            operation.Parameters.Add(Header(IdempotencyKey.Header, required: false, "Send it again with the same key after a lost answer, and it is done once.", "0b4c1f5e-6f0a-4c57-9d2e-6f9a4d1b7c11"));
        Answer(operation, "201", "Location", "Where it can be read.");
        return Task.CompletedTask;
    }

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static void Answer(OpenApiOperation operation, string status, string header, string description)
    {
        if (operation.Responses?.GetValueOrDefault(status) is not OpenApiResponse response) return;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[header] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }
}
