using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>"I'm fine", by the signed link of the note that tells a member first: GET shows and never acts, for mail scanners open links; POST says it.</summary>
[IgnoreAntiforgeryToken]
public sealed class FineModel(IMediator mediator) : PageModel
{
    /// <summary>Null for a link that is not one of ours.</summary>
    public FineStanding? Asked { get; private set; }

    public bool Said { get; private set; }

    public Task OnGet(string token, CancellationToken cancellation) => Show(token, cancellation);

    public async Task OnPost(string token, CancellationToken cancellation)
    {
        await Show(token, cancellation);
        if (Asked is not { } asked) return;
        var (actor, silence) = Links.OpenFine(token);
        await mediator.Send(new SayFine(actor, silence), cancellation);
        Said = asked.IsOpen;
    }

    private PublicLinks Links => HttpContext.RequestServices.GetRequiredService<PublicLinks>();

    private async Task Show(string token, CancellationToken cancellation)
    {
        try
        {
            var (actor, silence) = Links.OpenFine(token);
            ViewData["Tried"] = await mediator.Send(new LinesTried(actor), cancellation);
            Asked = await mediator.Send(new FineAsked(actor, silence), cancellation);
        }
        catch (NotFound)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
