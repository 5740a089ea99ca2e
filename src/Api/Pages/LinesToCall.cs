using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages;

/// <summary>For the pages that need a log-in: the lines to call that stand at the end of each.</summary>
internal static class LinesToCall
{
    /// <summary>Those of the member's country, with which of them their community has tried; answers the IANA zone of their clock.</summary>
    public static async Task<string> ShowLinesOf(this PageModel page, Actor actor, IMediator mediator, CancellationToken cancellation)
    {
        var zoneId = (await mediator.Send(new MyQuietHours(actor), cancellation)).ZoneId;
        page.ViewData["Country"] ??= Countries.OfZone(zoneId);
        page.ViewData["Tried"] ??= await mediator.Send(new LinesTried(actor), cancellation);
        return zoneId;
    }
}
