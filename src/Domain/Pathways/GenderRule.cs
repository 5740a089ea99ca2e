namespace Mentorship.Domain.Pathways;

/// <summary>What a pathway says of the genders of a pair.</summary>
public enum GenderRule
{
    None,
    SameGenderSuggested,

    /// <summary>Served by asking whom the newcomer is comfortable with; never judged from gender, and no reason is stored.</summary>
    AvoidAttraction,
    SameSexRequired,
    WomenOnly,
}
