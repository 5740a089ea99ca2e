namespace Mentorship.Domain.Progress;

/// <summary>How a goal stands; letting one go is no failure and has no other word.</summary>
public enum GoalState
{
    Open,
    Reached,
    LetGo,
}
