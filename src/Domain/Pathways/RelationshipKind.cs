namespace Mentorship.Domain.Pathways;

/// <summary>The kind of relationship a newcomer asks for.</summary>
public enum RelationshipKind
{
    /// <summary>Open-ended, with one mentor.</summary>
    Sponsor,

    /// <summary>For the first weeks: 90 days unless the community says otherwise.</summary>
    TemporaryContact,

    /// <summary>Between peers.</summary>
    AccountabilityPartner,
}
