using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Pairings;

/// <summary>Who is there for whom.</summary>
public sealed partial class Pairing
{
    /// <summary>
    /// Whom it is told that a member would like to hear from someone: their mentor, among peers the other one. Nobody where a mentor says it,
    /// and once it has ended.
    /// </summary>
    public MemberId? ContactOf(MemberId member) =>
        !State.IsIntroduced() ? null : Kind == RelationshipKind.AccountabilityPartner ? Pair.OtherThan(member) : member == Mentor ? null : Mentor;
}
