namespace Mentorship.Domain.Pathways;

/// <summary>What the members of a pathway have in common.</summary>
public enum Focus
{
    Any,
    Alcohol,
    Drugs,
    AllSubstances,
    Cannabis,
    Cocaine,
    Methamphetamine,
    Gambling,
    Eating,
    MentalHealth,
    FamilyHistory,
    OthersDrinking,
    OthersDrugUse,
    OthersGambling,
    OthersBehaviour,
}
