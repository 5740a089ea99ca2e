using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>
/// One check-in by its signed link, without a log-in. The token in the address is the whole credential and no cookie is read, so there is
/// nothing that another site could borrow.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class AnswerModel(IMediator mediator, IClock clock, IServiceProvider services) : AnswerPage(mediator, clock)
{
    public override bool ByLink => true;

    protected override Task<(Actor Actor, CheckInId CheckIn)?> Find(CancellationToken cancellation) =>
        Task.FromResult<(Actor, CheckInId)?>(services.GetRequiredService<PublicLinks>().Open(RouteData.Values["token"] as string ?? ""));
}
