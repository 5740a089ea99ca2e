using System.Xml.Linq;
using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Http;
using Mentorship.Infrastructure.Notices.Sms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// Where the gateway brings answered texts, and says what became of ours, by its own form; believed only when it has signed the address
/// that people know us by.
/// </summary>
internal static class TextsEndpoints
{
    /// <summary>After the address of the service; a text of ours has its token after it.</summary>
    public const string Path = "hooks/texts";

    private const string SignatureHeader = "X-Twilio-Signature";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const int MostBytes = 20_000;

    public static void MapTexts(this WebApplication app)
    {
        var texts = app.MapGroup($"/{Path}").AddEndpointFilter<BringAgain>()
            .AllowAnonymous().DisableAntiforgery().TakesUpTo(MostBytes).ExcludeFromDescription();
        texts.MapPost("", Take);
        texts.MapPost("/{token}", Hear);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Take(
        HttpRequest request, ISmsGateway gateway, PublicSite site, TextDoor door, CancellationToken cancellation)
    {
        if (await Signed(request, new Uri(site.Url, Path), gateway, cancellation) is not { } form) return Unsigned();
        if (form["MessageSid"].FirstOrDefault() is not { Length: > 0 and <= 64 } id)
            throw new BadHttpRequestException("A text needs its MessageSid.");
        return Reply(await door.Take(id, form["From"].FirstOrDefault(), form["Body"].FirstOrDefault(), cancellation));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Hear(
        HttpRequest request, string token, ISmsGateway gateway, PublicSite site, PublicLinks links, IMediator mediator,
        CancellationToken cancellation)
    {
        if (await Signed(request, new Uri(site.Url, $"{Path}/{token}"), gateway, cancellation) is not { } form) return Unsigned();
        if (TwilioStatus.CameBack(form["MessageStatus"].FirstOrDefault()) && links.TextOf(token) is { } text)
        {
            var code = TwilioStatus.CodeOf(form["ErrorCode"].FirstOrDefault());
            var (number, forGood) = (form["To"].FirstOrDefault(), TwilioStatus.IsForGood(code));
            await mediator.Send(new TakeBackNotice(text.Actor, text.Notice, number, code, forGood), cancellation);
        }
        return TypedResults.NoContent(); // of a text that is not known too: to say it again would help nobody
    }

    /// <summary>The fields; null when the gateway has not signed them. Behind a proxy the request has another address than ours.</summary>
    private static async Task<ILookup<string, string>?> Signed(
        HttpRequest request, Uri address, ISmsGateway gateway, CancellationToken cancellation)
    {
        var fields = await Fields(request, cancellation);
        var signed = new Uri($"{address.AbsoluteUri}{request.QueryString}");
        return gateway.HasSigned(request.Headers[SignatureHeader], signed, fields) ? fields.ToLookup(f => f.Key, f => f.Value) : null;
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
