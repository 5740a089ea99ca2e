namespace Mentorship.Domain.Matching.Drafts;

/// <summary>waiting → working → ready → published | dismissed; cancelled before it is ready; failed when it could not be found.</summary>
public enum DraftState
{
    Waiting,
    Working,
    Ready,
    Published,
    Dismissed,
    Cancelled,
    Failed,
}
