using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>
/// A member blocks the other of one of their own pairings: the two are never proposed to each other, and the other is never told.
/// An offer between them that waits for an answer closes like a no; a pairing that was begun ends at once, and looks like any that one of the
/// two ended. Again is answered the same.
/// </summary>
public sealed record BlockPartner(Actor Actor, PairingId Pairing) : ICommand<BlockId>, IActed;

/// <summary>
/// A coordinator declares that two members are never to be proposed to each other, and closes offers alike; what was
/// begun goes on until somebody ends it. 409 <c>block-self</c>.
/// </summary>
public sealed record DeclareConflict(Actor Actor, MemberId One, MemberId Other) : ICommand<BlockId>, IActed;

internal sealed class BlockPartnerHandler(
    IStore<Pairing, PairingId> pairings, IStore<Member, MemberId> members, IStore<Block, BlockId> blocks, IBlockBook book,
    Closures closures, IClock clock)
    : IRequestHandler<BlockPartner, BlockId>, IRequestHandler<DeclareConflict, BlockId>
{
    public async Task<BlockId> Handle(BlockPartner command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustBeVisibleTo(command.Actor.Member);
        var other = pairing.Pair.OtherThan(command.Actor.Member);
        var block = await Part(command.Actor, command.Actor.Member, other, BlockReason.Block, cancellation);
        await End(command.Actor.Member, other, cancellation);
        return block;
    }

    /// <summary>A conflict has no side: the lower id comes first, so that it is one whichever way it is declared.</summary>
    public async Task<BlockId> Handle(DeclareConflict command, CancellationToken cancellation)
    {
        var (one, other) = ((await members.Get(command.One, cancellation)).Id, (await members.Get(command.Other, cancellation)).Id);
        return one.Value.CompareTo(other.Value) <= 0
            ? await Part(command.Actor, one, other, BlockReason.Conflict, cancellation)
            : await Part(command.Actor, other, one, BlockReason.Conflict, cancellation);
    }

    private async Task End(MemberId by, MemberId other, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var running in await book.RunningBetween(by, other, cancellation))
        {
            running.End(by, now);
            await closures.Ended(running, now, cancellation);
        }
    }

    private async Task<BlockId> Part(Actor actor, MemberId by, MemberId against, BlockReason reason, CancellationToken cancellation)
    {
        if (await book.Find(by, against, reason, cancellation) is { } standing) return standing.Id;
        await book.HoldBoth(by, against, cancellation);
        var now = clock.GetCurrentInstant();
        var block = new Block(actor.Community, by, against, reason, now);
        blocks.Add(block);
        foreach (var offer in await book.OffersBetween(by, against, cancellation))
        {
            offer.CloseAsParted(now);
            await closures.Fell(offer, cancellation);
        }
        return block.Id;
    }
}
