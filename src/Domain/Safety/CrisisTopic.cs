namespace Mentorship.Domain.Safety;

/// <summary>What a crisis line is for.</summary>
public enum CrisisTopic
{
    Emergency,
    Emotional,
    Substances,
    Gambling,
}
