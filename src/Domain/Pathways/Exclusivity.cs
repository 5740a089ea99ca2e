namespace Mentorship.Domain.Pathways;

/// <summary>How many mentors a newcomer has at once on a pathway; the numbers are <see cref="Pathway.PlacesAtOnce"/>.</summary>
public enum Exclusivity
{
    OneUsual,

    /// <summary>One sponsor, and a list of others to call.</summary>
    OnePlusList,

    /// <summary>One sponsor, and a team of accountability partners.</summary>
    OnePlusTeam,
    Multiple,
}
