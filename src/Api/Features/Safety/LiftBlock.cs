using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;

namespace Mentorship.Api.Features.Safety;

/// <summary>A member lifts a block of their own, or a coordinator a declared conflict; any other is <see cref="NotFound"/>.</summary>
public sealed record LiftBlock(Actor Actor, BlockId Block) : ICommand<Unit>, IActed;

internal sealed class LiftBlockHandler(IStore<Block, BlockId> blocks, IBlockBook book) : IRequestHandler<LiftBlock, Unit>
{
    public async Task<Unit> Handle(LiftBlock command, CancellationToken cancellation)
    {
        var block = await blocks.Get(command.Block, cancellation);
        if (!MayLift(command.Actor, block)) throw new NotFound("block");
        block.Lift();
        book.Remove(block);
        return Unit.Value;
    }

    private static bool MayLift(Actor actor, Block block) => block.Reason switch
    {
        BlockReason.Block => block.By == actor.Member,
        BlockReason.Conflict => actor.Is(Roles.Coordinator),
        _ => false,
    };
}
