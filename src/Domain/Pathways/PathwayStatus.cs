namespace Mentorship.Domain.Pathways;

/// <summary>Whether a pathway is alive; a legacy one still has members but few meetings.</summary>
public enum PathwayStatus
{
    Current,
    Legacy,
}
