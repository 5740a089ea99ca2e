using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching.Drafts;

namespace Mentorship.Api.Features.Allotments;

/// <summary>Stops the work on an allotment that is not ready yet. 409 <c>allotment-wrong-state</c>.</summary>
public sealed record CancelAllotment(Actor Actor, AllotmentId Allotment) : ICommand<Unit>, IActed;

/// <summary>Puts a draft aside; nobody is told. 409 <c>allotment-wrong-state</c>.</summary>
public sealed record DismissAllotment(Actor Actor, AllotmentId Allotment, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class CancelAllotmentHandler(IStore<AllotmentDraft, AllotmentId> drafts)
    : IRequestHandler<CancelAllotment, Unit>, IRequestHandler<DismissAllotment, Unit>
{
    public async Task<Unit> Handle(CancelAllotment command, CancellationToken cancellation)
    {
        (await drafts.Get(command.Allotment, cancellation)).Cancel();
        return Unit.Value;
    }

    public async Task<Unit> Handle(DismissAllotment command, CancellationToken cancellation)
    {
        var draft = await drafts.Get(command.Allotment, cancellation);
        draft.MustBeAt(command.IfVersion);
        draft.Dismiss();
        return Unit.Value;
    }
}
