using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Safety;

/// <summary>The port for questions about two members who are to be kept apart.</summary>
public interface IBlockBook
{
    /// <summary>The one that stands for this reason, or null.</summary>
    Task<Block?> Find(MemberId by, MemberId against, BlockReason reason, CancellationToken cancellation);

    /// <summary>Whether one of the two blocked the other; a conflict that was declared is none.</summary>
    Task<bool> IsBetween(MemberId one, MemberId other, CancellationToken cancellation);

    /// <summary>Offers that are out between the two, whichever of them mentors.</summary>
    Task<IReadOnlyList<Pairing>> OffersBetween(MemberId one, MemberId other, CancellationToken cancellation);

    /// <summary>Pairings of the two that run or rest, whichever of them mentors.</summary>
    Task<IReadOnlyList<Pairing>> RunningBetween(MemberId one, MemberId other, CancellationToken cancellation);

    /// <summary>
    /// Both rows are saved anew with what is saved next, so that of a block and an approval at the same moment one starts again.
    /// Call it before <see cref="OffersBetween"/>.
    /// </summary>
    Task HoldBoth(MemberId one, MemberId other, CancellationToken cancellation);

    void Remove(Block block);
}
