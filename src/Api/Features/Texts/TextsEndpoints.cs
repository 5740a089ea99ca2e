using System.Xml.Linq;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Http;
using Mentorship.Infrastructure.Notices.Sms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// Where the gateway brings answered texts, by its own form; believed only when it has signed the address that people know us by.
/// </summary>
internal static class TextsEndpoints
{
    private const string Path = "hooks/texts", SignatureHeader = "X-Twilio-Signature";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const int MostBytes = 20_000;

    public static void MapTexts(this WebApplication app) =>
        app.MapPost($"/{Path}", Take).AllowAnonymous().DisableAntiforgery().TakesUpTo(MostBytes).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Take(
        HttpRequest request, ISmsGateway gateway, PublicSite site, TextDoor door, CancellationToken cancellation)
    {
        var fields = await Fields(request, cancellation);
        var address = new Uri(site.Url, $"{Path}{request.QueryString}"); // behind a proxy the request has another
        if (!gateway.HasSigned(request.Headers[SignatureHeader], address, fields)) return Unsigned();
        var form = fields.ToLookup(f => f.Key, f => f.Value);
        if (form["MessageSid"].FirstOrDefault() is not { Length: > 0 and <= 64 } id)
            throw new BadHttpRequestException("A text needs its MessageSid.");
        return Reply(await door.Take(id, form["From"].FirstOrDefault(), form["Body"].FirstOrDefault(), cancellation));
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> Fields(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return [];
        try
        {
            var form = await request.ReadFormAsync(cancellation);
            return [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        }
        catch (Exception failure) when (UnreadableForm.Is(failure))
        {
            throw new BadHttpRequestException(UnreadableForm.Sentence);
        }
    }

    private static ContentHttpResult Reply(string? text)
    {
        var answer = new XElement("Response", text is null ? null : new XElement("Message", text));
        return TypedResults.Content($"{Declaration}{answer.ToString(SaveOptions.DisableFormatting)}", "text/xml");
    }

    private static ProblemHttpResult Unsigned() => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status403Forbidden,
        Detail = "This is not signed as the gateway signs.",
        Extensions = { ["code"] = "signature-invalid" },
    });
}
