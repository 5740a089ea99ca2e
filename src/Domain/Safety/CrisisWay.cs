namespace Mentorship.Domain.Safety;

/// <summary>How a crisis line is reached; chat and web need its address.</summary>
public enum CrisisWay
{
    Call,
    Text,
    Chat,
    Web,
}
