using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>A member whom a number reaches.</summary>
public sealed record TextedMember(CommunityId Community, MemberId Member);
