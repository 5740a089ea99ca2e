namespace Mentorship.Domain.Members;

/// <summary>What a member may do in one community; one member may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Newcomer = 1,
    Mentor = 2,
    Coordinator = 4,
}
