namespace Mentorship.Domain.Pathways;

/// <summary>How a pathway stands to belief.</summary>
public enum Orientation
{
    Spiritual,
    Christian,
    Buddhist,
    Secular,
}
