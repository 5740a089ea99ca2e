namespace Mentorship.Domain.Pathways;

/// <summary>What a norm does to one pair.</summary>
public enum Effect
{
    Permits,

    /// <summary>A person should look; nothing is stopped.</summary>
    Warns,

    /// <summary>The pair may not be proposed, unless the norm is not strict and a coordinator overrides it in writing.</summary>
    Refuses,
}
