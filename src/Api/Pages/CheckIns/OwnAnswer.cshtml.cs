using MediatR;
using Mentorship.Domain;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>The same for its member, with their log-in: late too, and with the goals that the two set.</summary>
public sealed class OwnAnswerModel(IMediator mediator) : AnswerPage(mediator)
{
    public override bool ByLink => false;

    protected override async Task<(Actor Actor, CheckInId CheckIn)?> Find(CancellationToken cancellation)
    {
        var (community, checkIn) = (RouteData.Values["community"] as string, Guid.Parse((string)RouteData.Values["checkIn"]!));
        var own = (await Mediator.MembershipsOf(User, cancellation)).Where(m => string.Equals(m.Actor.Community.ToString(), community, StringComparison.OrdinalIgnoreCase));
        return own.Select(m => ((Actor, CheckInId)?)(m.Actor, new CheckInId(checkIn))).FirstOrDefault();
    }
}
