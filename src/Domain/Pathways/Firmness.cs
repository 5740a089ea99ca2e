namespace Mentorship.Domain.Pathways;

/// <summary>How firm a norm is: only a strict one cannot be overridden by a coordinator's written reason.</summary>
public enum Firmness
{
    /// <summary>A written requirement of the pathway.</summary>
    Strict,

    /// <summary>Suggested by the pathway's own texts.</summary>
    Literature,

    /// <summary>Practice, unwritten.</summary>
    Custom,

    /// <summary>Set by the community that uses the service, never by the catalogue.</summary>
    Community,

    /// <summary>A must of one of the two, never of the catalogue: nobody overrides it but its owner.</summary>
    Wish,
}
