using MediatR;
using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>The same for its member, with their log-in: late too, and with the goals that the two set.</summary>
public sealed class OwnAnswerModel(IMediator mediator, IClock clock) : AnswerPage(mediator, clock)
{
    public override bool ByLink => false;

    protected override async Task<(Actor Actor, CheckInId CheckIn)?> Find(CancellationToken cancellation)
    {
        var (community, checkIn) = (RouteData.Values["community"] as string, Guid.Parse((string)RouteData.Values["checkIn"]!));
        var own = (await Mediator.MembershipsOf(User, cancellation)).Where(m => string.Equals(m.Actor.Community.ToString(), community, StringComparison.OrdinalIgnoreCase));
        return own.Select(m => ((Actor, CheckInId)?)(m.Actor, new CheckInId(checkIn))).FirstOrDefault();
    }
}
