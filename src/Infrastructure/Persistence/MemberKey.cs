using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>A member's own data key, wrapped by the master key; deleting this row makes all that the key sealed unreadable.</summary>
public sealed class MemberKey : Entity
{
    private MemberKey() { }

    public MemberKey(CommunityId community, MemberId member, byte[] wrapped)
    {
        CommunityId = community;
        (Member, Wrapped) = (member, wrapped);
    }

    public MemberId Member { get; private init; }
    public byte[] Wrapped { get; private set; } = [];

    public void Rewrap(byte[] wrapped) => Wrapped = wrapped;
}
