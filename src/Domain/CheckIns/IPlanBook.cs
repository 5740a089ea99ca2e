using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>The port for questions about plans that more than one row answers.</summary>
public interface IPlanBook
{
    /// <summary>Plans that are due and may be tried, the longest due first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckInPlan>> Due(Instant now, int take, CancellationToken cancellation);

    /// <summary>Plans that have taken dates that have not come, and whose next one is more than a week away, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckInPlan>> Ahead(Instant now, int take, CancellationToken cancellation);

    /// <summary>
    /// Plans whose next due time the rules of their zone would tell otherwise by now, at most <paramref name="take"/>. One whose time
    /// cannot be told is left out, and <paramref name="untold"/> hears why.
    /// </summary>
    Task<IReadOnlyList<CheckInPlan>> Misplaced(Instant now, int take, Action<PlanId, Exception> untold, CancellationToken cancellation);

    /// <summary>The days off of the members of these plans, for who has some.</summary>
    Task<IReadOnlyDictionary<MemberId, DaysOff>> DaysOff(IReadOnlyCollection<CheckInPlan> plans, CancellationToken cancellation);

    /// <summary>The plans of a member that have not ended, those of paused pairings among them.</summary>
    Task<IReadOnlyList<CheckInPlan>> Running(MemberId member, CancellationToken cancellation);

    /// <summary>Counts the running plans of a member up with this save, so that a dispatcher who has read what held before reads again.</summary>
    Task Hold(MemberId member, CancellationToken cancellation);

    /// <summary>Occurrences of whatever plan of a member that wait for an answer, whether they were sent or not.</summary>
    Task<IReadOnlyList<CheckIn>> Unanswered(MemberId member, CancellationToken cancellation);

    /// <summary>Occurrences of a plan that wait for an answer, whether they were sent or not.</summary>
    Task<IReadOnlyList<CheckIn>> Unanswered(PlanId plan, CancellationToken cancellation);
}
