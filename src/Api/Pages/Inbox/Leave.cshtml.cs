using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>
/// Where one of two ends what is between them, or blocks the other, at once and without a reason. GET shows what becomes of it; POST does it and
/// leads back to the notes.
/// </summary>
public sealed class LeaveModel(IMediator mediator) : PageModel
{
    /// <summary>Null where it is not theirs, or over.</summary>
    public string? OtherName { get; private set; }

    public async Task OnGet(CancellationToken cancellation) => OtherName = (await Find(cancellation))?.Pairing.OtherName;

    public Task<IActionResult> OnPostEnd(CancellationToken cancellation) =>
        Do((actor, pairing) => mediator.Send(new EndPairing(actor, pairing, IfVersion: null), cancellation), cancellation);

    public Task<IActionResult> OnPostBlock(CancellationToken cancellation) =>
        Do((actor, pairing) => mediator.Send(new BlockPartner(actor, pairing), cancellation), cancellation);

    private async Task<IActionResult> Do<T>(Func<Actor, PairingId, Task<T>> step, CancellationToken cancellation)
    {
        if (await Find(cancellation) is not { } found) return Page();
        try
        {
            await step(found.Actor, new(found.Pairing.Id));
        }
        catch (RuleBroken)
        {
            // Over already, as by the first of two taps: it is what was asked for.
        }
        return LocalRedirect("/notes");
    }

    private async Task<Found?> Find(CancellationToken cancellation)
    {
        var (community, pairing) = (Guid.Parse((string)RouteData.Values["community"]!), Guid.Parse((string)RouteData.Values["pairing"]!));
        try
        {
            var own = await mediator.MemberIn(community, User, cancellation) ?? throw new NotFound("pairing");
            var view = (await mediator.Send(new ReadPairing(own, new(pairing)), cancellation)).View;
            if (!view.IsOn) throw new NotFound("pairing"); // an offer is not ended: it is answered by a yes or a no
            return new(own, view);
        }
        catch (NotFound)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }
    }

    private sealed record Found(Actor Actor, PairingView Pairing);
}
