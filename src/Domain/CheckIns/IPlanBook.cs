using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>The port for questions about plans that more than one row answers.</summary>
public interface IPlanBook
{
    /// <summary>Plans that are due, the longest due first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckInPlan>> Due(Instant now, int take, CancellationToken cancellation);

    /// <summary>Plans that have taken dates that have not come, and whose next one is more than a week away, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckInPlan>> Ahead(Instant now, int take, CancellationToken cancellation);

    /// <summary>Plans whose next due time the rules of their zone would tell otherwise by now, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckInPlan>> Misplaced(Instant now, int take, CancellationToken cancellation);

    /// <summary>Occurrences of a plan that wait for an answer, whether they were sent or not.</summary>
    Task<IReadOnlyList<CheckIn>> Unanswered(PlanId plan, CancellationToken cancellation);
}
