using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>A member who agreed to texts at a number, and whether they still want them.</summary>
public sealed record TextedMember(CommunityId Community, MemberId Member, bool WantsTexts);
