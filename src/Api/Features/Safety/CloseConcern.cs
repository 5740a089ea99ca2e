using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>A coordinator says that a concern was looked after; the audit trail keeps who and when. 409 <c>concern-closed</c>.</summary>
public sealed record CloseConcern(Actor Actor, ConcernId Concern, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class CloseConcernHandler(IStore<Concern, ConcernId> concerns, IBlockBook blocks, IClock clock) : IRequestHandler<CloseConcern, Unit>
{
    public async Task<Unit> Handle(CloseConcern command, CancellationToken cancellation)
    {
        var concern = await concerns.Get(command.Concern, cancellation);
        if (await blocks.IsBetween(command.Actor.Member, concern.About, cancellation)) throw new NotFound("concern");
        concern.MustBeAt(command.IfVersion);
        concern.Close(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
