using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>The last success and the last failure of one job; <paramref name="LastFailure"/> is forgotten at the next success.</summary>
internal sealed record JobStanding(Instant? LastSuccess, Instant? LastFailure, int FailuresInARow)
{
    public static readonly JobStanding NeverRun = new(null, null, 0);

    /// <summary>Since when a run of it is at work; null when none is.</summary>
    public Instant? AtWorkSince { get; init; }

    public Instant? LastRun => LastFailure ?? LastSuccess;
}
