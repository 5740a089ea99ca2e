using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Notices;

/// <summary>
/// Stops e-mail by the signed link in a note, without a log-in: GET says what stopping means and never acts, for mail scanners open
/// links; POST stops, from this page or in one click of a mail program (RFC 8058), which sends no cookie and follows no redirect.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StopModel(IMediator mediator) : PageModel
{
    /// <summary>Null for a link that is not one of ours.</summary>
    public ChosenNotices? Chosen { get; private set; }

    public Task OnGet(string token, CancellationToken cancellation) => Show(token, cancellation);

    public async Task OnPost(string token, CancellationToken cancellation)
    {
        await Show(token, cancellation);
        if (Chosen is null) return;
        var (actor, member) = Links.OpenStop(token);
        await mediator.Send(new SetNotices(actor, member, Email: false), cancellation);
        Chosen = Chosen with { Email = false };
    }

    private PublicLinks Links => HttpContext.RequestServices.GetRequiredService<PublicLinks>();

    private async Task Show(string token, CancellationToken cancellation)
    {
        try
        {
            var (actor, member) = Links.OpenStop(token);
            ViewData["Tried"] = await mediator.Send(new LinesTried(actor), cancellation);
            Chosen = await mediator.Send(new NoticeChoices(actor, member), cancellation);
        }
        catch (NotFound)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
