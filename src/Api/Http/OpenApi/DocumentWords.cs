using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>What the document says about the whole API, and the shapes that every operation shares.</summary>
internal static class DocumentWords
{
    public const string Bearer = "bearer", Problem = "Problem";

    private const string About = """
        Pairs long-term members with newcomers in a community, and keeps the two in touch.

        **Signing in.** Send the access token of a session as `Authorization: Bearer …`. It is opaque, holds 15 minutes, and can be refused at any moment.

        **What you can see.** Every path is inside one community. What is not yours answers 404, as if it did not exist.

        **Lists** come in pages: `items`, and `next`, the cursor of the following page, null at the end. `limit` is 1 to 200, 50 unless you say otherwise.

        **Editing.** What can be edited comes with an `ETag`. Send it back as `If-Match`: 428 without it, 412 when somebody was faster.

        **Sending again.** What makes or sends something takes an `Idempotency-Key`. The same key with the same content gets the same answer for a
        day, and nothing is done twice; with other content it is 422, and while the first is still at work 409. A refusal is not kept.

        **Times** are instants in UTC; dates and times of day are local, and stand beside the IANA name of their zone.

        **Errors** are problem details (RFC 9457) with a stable `code`. Nothing that you sent is repeated in them. A member that is not named here is refused.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Accounts", "Your log-in; one may belong to several communities."),
        ("Sessions", "Signing in and out; one session for each device."),
        ("Invitations", "How somebody becomes a member of a community."),
        ("Members", "Who you are in one community, and what you offer or hope for."),
        ("Requests", "Asking for a mentor, and who waits."),
        ("Matching", "Who fits whom, and why."),
        ("Pairings", "From a proposal, over two yeses, to the end."),
        ("Check-ins", "When somebody is asked how it goes, and what they answered."),
        ("Inbox", "What you were told."),
        ("Webhook", "Telling your own tools, by codes and ids."),
        ("Imports", "Taking over the spreadsheets of a community."),
    ];

    public static Task Transform(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "Mentorship API", Version = "1", Description = About };
        document.Servers = [new OpenApiServer { Url = "/" }];
        var used = document.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Tags!).Select(t => t.Name).ToHashSet();
        document.Tags = Tags.Where(t => used.Contains(t.Name)).Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "opaque", Description = "The access token of a session." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas.Remove("ProblemDetails");
        document.Components.Schemas[Problem] = ProblemSchema.Make();
        LeaveOutWhatMayBeNull(document);
        return Task.CompletedTask;
    }

    /// <summary>In what is sent, as <see cref="SoundBodies"/> reads it; what is answered always has every member.</summary>
    private static void LeaveOutWhatMayBeNull(OpenApiDocument document)
    {
        var sent = document.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.RequestBody?.Content?.Values ?? [])
            .SelectMany(m => m.Schema!.OneOf ?? [m.Schema]).OfType<OpenApiSchemaReference>().Select(r => r.Reference.Id!).Distinct();
        foreach (var schema in sent.Select(id => document.Components!.Schemas![id]).OfType<OpenApiSchema>())
            schema.Required = schema.Required?.Where(name => !MayBeNull(schema.Properties![name])).ToHashSet();
    }

    private static bool MayBeNull(IOpenApiSchema schema) =>
        schema.Type is { } type && type.HasFlag(JsonSchemaType.Null) || schema.OneOf?.Any(s => s.Type == JsonSchemaType.Null) == true;
}
