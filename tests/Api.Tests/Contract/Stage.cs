namespace Mentorship.Api.Tests.Contract;

/// <summary>How far a pair has come when an endpoint is called.</summary>
public enum Stage
{
    Asked,
    Proposed,
    Offered,
    AcceptedByMentor,
    Introduced,
    Active,
    Paused,
    CheckInSent,
    CheckInAnswered,
}
