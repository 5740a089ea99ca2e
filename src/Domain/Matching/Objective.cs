namespace Mentorship.Domain.Matching;

/// <summary>What an allotment of a whole community aims at: most-people, best-fit, longest-wait or stable.</summary>
public enum Objective
{
    /// <summary>As many people as possible, then the greatest fit less the cost of uneven load.</summary>
    MostPeople,

    /// <summary>The greatest fit less the cost of uneven load; someone stays out where that is lower with them.</summary>
    BestFit,

    /// <summary>Nobody is passed over for someone who waited less if both cannot be served; then as best-fit for those who are.</summary>
    LongestWait,

    /// <summary>No newcomer and mentor would both rather have each other (Gale and Shapley 1962).</summary>
    Stable,
}
