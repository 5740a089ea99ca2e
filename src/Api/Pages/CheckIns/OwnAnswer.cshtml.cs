using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>
/// The same for its member, with their log-in: late too, and with the goals that the two set. Once it is answered it shows what was said, and
/// each answer can be kept to oneself again.
/// </summary>
public sealed class OwnAnswerModel(IMediator mediator, IClock clock) : AnswerPage(mediator, clock)
{
    public override bool ByLink => false;

    public IReadOnlyList<OwnAnswer> Answers { get; private set; } = [];

    public override async Task OnGet(CancellationToken cancellation)
    {
        await base.OnGet(cancellation);
        if (Asked is { State: CheckInState.Answered } && await Find(cancellation) is var (actor, checkIn))
        {
            Answers = await Mediator.Send(new MyAnswers(actor, checkIn), cancellation);
            if (await Mediator.Send(new MyOpenCall(actor), cancellation) is { } call) Called = CallWords.Of(call);
        }
    }

    /// <summary>Nobody else sees that answer from now on.</summary>
    public async Task<IActionResult> OnPostHide(CancellationToken cancellation)
    {
        if (await Find(cancellation) is not var (actor, checkIn)) return NotFound();
        await Mediator.Send(new ShareAnswer(actor, checkIn, Request.Form["question"].ToString(), Audience.Me), cancellation);
        return LocalRedirect(Request.Path);
    }

    public string WhoSees(OwnAnswer answer) => answer.Audience switch
    {
        Audience.Me => "Only you see this.",
        Audience.Mentor => "You and your contact see this.",
        _ => Asked is { Layer: Layer.Monthly } ? "You and the coordinators see this." : "You, your contact and the coordinators see this.",
    };

    protected override async Task<(Actor Actor, CheckInId CheckIn)?> Find(CancellationToken cancellation)
    {
        var (community, checkIn) = (Guid.Parse((string)RouteData.Values["community"]!), Guid.Parse((string)RouteData.Values["checkIn"]!));
        return await Mediator.MemberIn(community, User, cancellation) is { } actor ? (actor, new CheckInId(checkIn)) : null;
    }
}
