using MediatR;
using Mentorship.Api.Features.Calendar;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>
/// The private address of a member's calendar, in each community that they are in: made, made anew and ended. It stands in the answer to the POST
/// that made it and nowhere else.
/// </summary>
public sealed class OwnCalendarModel(IMediator mediator, IServiceProvider services) : PageModel
{
    private readonly List<OwnCalendar> _calendars = [];

    public IReadOnlyList<OwnCalendar> Calendars => _calendars;

    public string? Made { get; private set; }

    public bool IsEnded { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        foreach (var (actor, community) in await mediator.MembershipsOf(User, cancellation))
        {
            _calendars.Add(new(actor, community, await mediator.Send(new HasCalendar(actor), cancellation)));
            await this.ShowLinesOf(actor, mediator, cancellation);
        }
    }

    // Without it a form that names no step would be answered as if there were no community.
    public IActionResult OnPost() => NotFound();

    public async Task<IActionResult> OnPostMake(Guid community, CancellationToken cancellation)
    {
        if (await mediator.MemberIn(community, User, cancellation) is not { } actor) return NotFound();
        var feed = await mediator.Send(new OpenCalendar(actor), cancellation);
        Made = services.GetRequiredService<PublicLinks>().ToCalendar(actor.Community, feed).AbsoluteUri;
        return await Shown(cancellation);
    }

    public async Task<IActionResult> OnPostEnd(Guid community, CancellationToken cancellation)
    {
        if (await mediator.MemberIn(community, User, cancellation) is not { } actor) return NotFound();
        await mediator.Send(new CloseCalendar(actor), cancellation);
        IsEnded = true;
        return await Shown(cancellation);
    }

    private async Task<IActionResult> Shown(CancellationToken cancellation)
    {
        await OnGet(cancellation);
        return Page();
    }

    /// <summary>Whether there is one in one community.</summary>
    public sealed record OwnCalendar(Actor Actor, string Community, bool IsThere);
}
