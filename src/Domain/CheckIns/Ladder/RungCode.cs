namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>The rungs from the lowest up; never family, employer or clinic.</summary>
public enum RungCode
{
    /// <summary>The same note once more.</summary>
    Repeat,

    /// <summary>Once by another channel of the member, where there is one.</summary>
    OtherWay,

    /// <summary>The member is told first, and can say "I'm fine".</summary>
    MemberFirst,

    /// <summary>The mentor hears that a hello might be welcome, and nothing else.</summary>
    Mentor,

    /// <summary>It is on the coordinators' list.</summary>
    Coordinators,
}

/// <summary>Whom a rung tells.</summary>
public enum RungFor
{
    Member,
    Mentor,
    Coordinators,
}

/// <summary>By which channel: the one that the check-in went by, another one (where there is only one, the rung is passed over), or the app alone.</summary>
public enum RungBy
{
    Same,
    Other,
    InApp,
}

/// <summary>What the time of a rung counts from.</summary>
public enum RungFrom
{
    /// <summary>The check-in left.</summary>
    CheckInSent,

    /// <summary>As many were missed in a row as <see cref="LadderTimes.MissesOf"/> says.</summary>
    Misses,

    /// <summary>The member was told first, and the note left.</summary>
    MemberTold,

    /// <summary>The first check-in of the silence left.</summary>
    SilenceBegan,
}
