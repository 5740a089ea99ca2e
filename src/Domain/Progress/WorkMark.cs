namespace Mentorship.Domain.Progress;

/// <summary>How a member stands with one number of their pathway's work; a number without a mark is not begun.</summary>
public enum WorkState
{
    WorkingOn,
    Done,
}

/// <summary>One number of a pathway's work, from 1, and how its member stands with it.</summary>
public sealed record WorkMark(int Number, WorkState State);
