using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>A member who agreed to texts at a number, and whether they still want them.</summary>
public sealed record TextedMember(CommunityId Community, MemberId Member, AccountId? Account, bool WantsTexts)
{
    /// <summary>The same for members of one account; a member without an account is a person of their own.</summary>
    public Guid Person => Account?.Value ?? Member.Value;
}
