using Mentorship.Infrastructure;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>
/// The API's description at <c>/openapi/v1.json</c> and a page to try it at <c>/docs</c>: open in Development, elsewhere only with <c>Docs:Open</c>.
/// </summary>
internal static class DocsSetup
{
    private const string Document = "/openapi/v1.json";

    public static void AddDocs(this IServiceCollection services)
    {
        services.AddSingleton<UseCaseWords>();
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(ValueSchemas.Transform);
            options.AddOperationTransformer<OperationWords>();
            options.AddOperationTransformer(OperationHeaders.Transform);
            options.AddOperationTransformer(OperationErrors.Transform);
            options.AddOperationTransformer<OperationExamples>();
            options.AddDocumentTransformer(DocumentWords.Transform);
        });
    }

    public static void UseDocs(this WebApplication app)
    {
        if (!IsOpen(app)) return;
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "Mentorship API";
            page.SwaggerEndpoint(Document, "Mentorship API");
            page.EnableDeepLinking();
        });
    }

    public static void MapDocs(this WebApplication app)
    {
        if (IsOpen(app)) app.MapOpenApi(Document).AllowAnonymous();
    }

    private static bool IsOpen(WebApplication app) => app.Environment.IsDevelopment() || app.Configuration.Switch("Docs:Open", otherwise: false);
}
