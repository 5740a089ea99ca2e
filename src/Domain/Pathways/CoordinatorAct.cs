namespace Mentorship.Domain.Pathways;

/// <summary>What a coordinator may properly do on a pathway.</summary>
public enum CoordinatorAct
{
    /// <summary>Proposes a pair; both must accept.</summary>
    Introduce,

    /// <summary>The newcomer starts; the service only shows who is willing.</summary>
    NewcomerAsks,

    /// <summary>Peers opt in to each other; nobody is anybody's mentor.</summary>
    BuddyOptin,
}
