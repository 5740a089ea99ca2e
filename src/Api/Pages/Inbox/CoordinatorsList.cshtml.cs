using MediatR;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>
/// What needs a person, for who coordinates there; for everybody else it is not there. GET shows; "It is looked after" closes one at the
/// version that was shown, and leads back to the list.
/// </summary>
public sealed class CoordinatorsListModel(IMediator mediator) : PageModel
{
    private ConcernCursor _from;
    private string _zoneId = "";

    public Page<ReviewedConcern> List { get; private set; } = null!;

    public bool IsClosed => _from.Closed;

    /// <summary>These were the last that are open: what comes after them is closed.</summary>
    public bool EndsOpen => !IsClosed && List.Next is { } next && ConcernCursor.Parse(next).Closed;

    public bool IsKept => Request.Query.ContainsKey("kept");

    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGet(Guid community, string? after, CancellationToken cancellation) =>
        await Coordinator(community, cancellation) is { } actor ? await Show(actor, after, cancellation) : NotFound();

    // Without it a form that names no step would be answered with an empty list.
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostClose(Guid community, Guid concern, int? version, CancellationToken cancellation)
    {
        if (await Coordinator(community, cancellation) is not { } actor) return NotFound();
        if (version is null) return BadRequest();
        try
        {
            await mediator.Send(new CloseConcern(actor, new(concern), version), cancellation);
            return LocalRedirect($"{Request.Path}?kept");
        }
        catch (Exception refusal) when (refusal is StaleVersion or RuleBroken)
        {
            (Response.StatusCode, ChangedMeanwhile) = (Problems.StatusOf(refusal), true);
            return await Show(actor, after: null, cancellation);
        }
    }

    public string InWords(Instant at) => NotesModel.InWords(at, _zoneId);

    private async Task<Actor?> Coordinator(Guid community, CancellationToken cancellation) =>
        await mediator.MemberIn(community, User, cancellation) is { } actor && actor.Is(Roles.Coordinator) ? actor : null;

    private async Task<IActionResult> Show(Actor actor, string? after, CancellationToken cancellation)
    {
        _from = ConcernCursor.Parse(after);
        List = await mediator.Send(new ConcernsForReview(actor, _from, Limit: 30), cancellation);
        _zoneId = await this.ShowLinesOf(actor, mediator, cancellation);
        return Page();
    }
}
