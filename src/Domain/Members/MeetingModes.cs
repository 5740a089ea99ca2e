namespace Mentorship.Domain.Members;

/// <summary>How a member is willing to meet.</summary>
[Flags]
public enum MeetingModes
{
    None = 0,
    InPerson = 1,
    Video = 2,
    Phone = 4,
    Text = 8,
}
