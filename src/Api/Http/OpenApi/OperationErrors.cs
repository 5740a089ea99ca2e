using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>Who may call an operation, and every status with which it can refuse; each carries problem details with a code.</summary>
internal static class OperationErrors
{
    public static Task Transform(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var open = metadata.OfType<IAllowAnonymous>().Any();
        if (!open) operation.Security = [new() { [new OpenApiSecuritySchemeReference(DocumentWords.Bearer, context.Document)] = [] }];
        operation.Responses ??= [];
        foreach (var status in Statuses(operation, context, metadata, open)) operation.Responses.TryAdd(Text(status), new OpenApiResponse());
        foreach (var (status, response) in operation.Responses)
            if (int.Parse(status, CultureInfo.InvariantCulture) is >= 400 and var number) Complete((OpenApiResponse)response, number, context.Document!);
        Sort(operation.Responses);
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Statuses(OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata, bool open)
    {
        var reads = context.Description.HttpMethod == HttpMethods.Get;
        if (operation.RequestBody is not null || operation.Parameters!.Any(p => p.In == ParameterLocation.Query)) yield return 400;
        yield return open ? 429 : 401;
        if (metadata.OfType<NeedsRole>().Any()) yield return 403;
        if (operation.Parameters!.Any(p => p.In == ParameterLocation.Path)) yield return 404;
        if (!reads && !open) yield return 409;
        if (operation.RequestBody is not null) yield return 413;
        if (operation.RequestBody is not null) yield return 415;
        yield return 500;
    }

    private static void Complete(OpenApiResponse response, int status, OpenApiDocument document)
    {
        var (code, sentence) = StatusWords.Of(status);
        response.Description = status switch
        {
            400 => "`request-unreadable` or `input-invalid`; `errors` says which field and why.",
            409 => "A rule forbids it as things stand; `code` names the rule.",
            422 => "The content cannot be taken; `code` says why.",
            _ => $"`{code}`: {sentence}",
        };
        response.Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(DocumentWords.Problem, document) },
        };
    }

    private static void Sort(OpenApiResponses responses)
    {
        var sorted = responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        foreach (var (status, response) in sorted) responses.Add(status, response);
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
