using System.Security.Cryptography;
using System.Text;
using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Mentorship.Api.Features.Calendar;

internal static class CalendarEndpoints
{
    public static void MapCalendar(this RouteGroupBuilder community)
    {
        var calendar = community.MapGroup("/members/me/calendar").WithTags("Calendar");
        calendar.MapPost("/", Open).Does<OpenCalendar>().WithSummary("Make the link of your calendar, or make it anew; it is shown this once");
        calendar.MapDelete("/", Close).Does<CloseCalendar>().WithSummary("Revoke the link of your calendar");
    }

    /// <summary>For calendar programs, which cannot log in: whoever holds the link reads it. Some look by HEAD first.</summary>
    public static void MapCalendarLink(this WebApplication app) =>
        app.MapMethods("/d/{token}.ics", [HttpMethods.Get, HttpMethods.Head], Read).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Ok<CalendarLink>> Open(CurrentMember me, IMediator mediator, PublicLinks links, CancellationToken cancellation) =>
        TypedResults.Ok(new CalendarLink(links.ToCalendar(me.Actor.Community, await mediator.Send(new OpenCalendar(me.Actor), cancellation)).AbsoluteUri));

    private static async Task<NoContent> Close(CurrentMember me, IMediator mediator, CancellationToken cancellation)
    {
        await mediator.Send(new CloseCalendar(me.Actor), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> Read(HttpContext http, IMediator mediator, PublicLinks links, string token, CancellationToken cancellation)
    {
        var (actor, feed) = links.OpenCalendar(token);
        var bytes = Encoding.UTF8.GetBytes(await mediator.Send(new CalendarOfMember(actor, feed), cancellation));
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
        return TypedResults.File(bytes, "text/calendar; charset=utf-8", "notes.ics", entityTag: tag);
    }

    /// <param name="Url">For your calendar program; whoever has it can read the calendar. It is not kept and not shown again.</param>
    public sealed record CalendarLink(string Url);
}
