namespace Mentorship.Domain.Pathways;

/// <summary>Whether a pathway wants its mentors to have a mentor of their own.</summary>
public enum OwnMentor
{
    None,
    Custom,
    Required,
}
