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

    public async Task OnGet(Guid community, Guid pairing, CancellationToken cancellation)
    {
        if (await Find(community, pairing, cancellation) is not { } found) return;
        OtherName = found.Pairing.OtherName;
        await this.ShowLinesOf(found.Actor, mediator, cancellation);
    }

    // Without it a form that names no step would be answered as if there were nothing to end.
    public IActionResult OnPost() => NotFound();

    public Task<IActionResult> OnPostEnd(Guid community, Guid pairing, CancellationToken cancellation) =>
        Do(community, pairing, actor => mediator.Send(new EndPairing(actor, new(pairing), IfVersion: null), cancellation), cancellation);

    public Task<IActionResult> OnPostBlock(Guid community, Guid pairing, CancellationToken cancellation) =>
        Do(community, pairing, actor => mediator.Send(new BlockPartner(actor, new(pairing)), cancellation), cancellation);

    private async Task<IActionResult> Do(Guid community, Guid pairing, Func<Actor, Task> step, CancellationToken cancellation)
    {
        if (await Find(community, pairing, cancellation) is not { } found) return Page();
        try
        {
            await step(found.Actor);
        }
        catch (RuleBroken)
        {
            // Over already, as by the first of two taps: it is what was asked for.
        }
        return LocalRedirect("/notes");
    }

    private async Task<Found?> Find(Guid community, Guid pairing, CancellationToken cancellation)
    {
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
