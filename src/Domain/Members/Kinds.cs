using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Members;

/// <summary>The kinds of relationship that a mentor offers.</summary>
[Flags]
public enum Kinds
{
    None = 0,
    Sponsor = 1,
    TemporaryContact = 2,
    AccountabilityPartner = 4,
}

public static class KindsExtensions
{
    public static bool Includes(this Kinds kinds, RelationshipKind kind) => kinds.HasFlag(kind.AsFlag());

    public static Kinds AsFlag(this RelationshipKind kind) => kind switch
    {
        RelationshipKind.Sponsor => Kinds.Sponsor,
        RelationshipKind.TemporaryContact => Kinds.TemporaryContact,
        RelationshipKind.AccountabilityPartner => Kinds.AccountabilityPartner,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
