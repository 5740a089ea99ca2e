using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>The community that the present piece of work is inside of, and who acts; nothing can be read or written until it is entered.</summary>
public sealed class CommunityScope
{
    public Actor? Actor { get; private set; }

    /// <summary>The empty id when no community is entered: filters then match no row.</summary>
    public CommunityId Community => Actor?.Community ?? default;

    public void Enter(Actor actor) => Actor = actor;
}
