using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>A mentor request and the newcomer who made it.</summary>
public sealed record Ask(MentorRequest Request, Member Newcomer);
