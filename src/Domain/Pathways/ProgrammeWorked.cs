namespace Mentorship.Domain.Pathways;

/// <summary>How far a pathway wants a mentor to have worked its programme.</summary>
public enum ProgrammeWorked
{
    None,
    Helpful,

    /// <summary>The mentor has experience of the path; no part of it need be finished.</summary>
    Experience,

    /// <summary>The mentor is further along the path than the newcomer.</summary>
    FurtherAlong,
    Expected,
    Required,
}
