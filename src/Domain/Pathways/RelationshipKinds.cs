using Mentorship.Domain.Data;

namespace Mentorship.Domain.Pathways;

/// <summary>The text ids of the kinds: <c>sponsor</c>, <c>temporary-contact</c>, <c>accountability-partner</c>.</summary>
public static class RelationshipKinds
{
    public static string TextOf(RelationshipKind kind) => DataWords<RelationshipKind>.TextOf(kind);

    public static bool TryParse(string? text, out RelationshipKind kind) => DataWords<RelationshipKind>.TryParse(text, out kind);
}
