using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>Why two members are never proposed to each other.</summary>
public enum BlockReason
{
    Block,
    Conflict,
}

/// <summary>Two members who are never proposed to each other, before, during or after matching; hidden from both.</summary>
public sealed class Block : Entity
{
    private Block() { }

    public Block(CommunityId community, MemberId by, MemberId against, BlockReason reason, Instant now)
    {
        if (by == against) throw new RuleBroken("block-self", "A block needs another person.");
        CommunityId = community;
        Id = BlockId.New();
        (By, Against, Reason, At) = (by, against, reason, now);
        Raise("block-set", Id.Value);
    }

    public BlockId Id { get; private init; }
    public MemberId By { get; private set; }
    public MemberId Against { get; private set; }
    public BlockReason Reason { get; private set; }
    public Instant At { get; private set; }

    /// <summary>Leaves a line in the audit trail; the row itself goes.</summary>
    public void Lift() => Raise("block-lifted", Id.Value);
}
