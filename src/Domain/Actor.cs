using Mentorship.Domain.Members;

namespace Mentorship.Domain;

/// <summary>Who acts, in which community and with which roles; every command carries one. The service itself acts as <see cref="System"/>.</summary>
public sealed record Actor(CommunityId Community, MemberId Member, Roles Roles)
{
    public static Actor System(CommunityId community) => new(community, default, Roles.None);

    public bool Is(Roles role) => (Roles & role) != 0;
}
