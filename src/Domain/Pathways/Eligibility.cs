namespace Mentorship.Domain.Pathways;

/// <summary>Who may join a pathway, beyond the service's own rule that everyone is an adult.</summary>
public enum Eligibility
{
    Anyone,
    AdultWomen,
}
