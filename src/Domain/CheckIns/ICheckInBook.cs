using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>The port for questions about occurrences that more than one row answers.</summary>
public interface ICheckInBook
{
    /// <summary>Occurrences that wait for an answer although their time has passed, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckIn>> PastGrace(Instant now, int take, CancellationToken cancellation);

    /// <summary>
    /// Those of them that reach their member by no way any more, and why: each by which they left, or every one where they never did, was
    /// stopped, or all that had left came back.
    /// </summary>
    Task<IReadOnlyDictionary<CheckInId, ExcuseReason?>> Unreached(IReadOnlyCollection<CheckIn> checkIns, CancellationToken cancellation);

    /// <summary>
    /// Those of them whose date, or the end of whose time, is a day off of their member. Where the date cannot be told it may be one: that is
    /// ours, and <paramref name="untold"/> hears why.
    /// </summary>
    Task<IReadOnlyDictionary<CheckInId, ExcuseReason?>> OnDaysOff(
        IReadOnlyCollection<CheckIn> checkIns, Action<CheckInId, Exception> untold, CancellationToken cancellation);

    /// <summary>Occurrences of a pairing that wait for an answer, whether they were sent or not.</summary>
    Task<IReadOnlyList<CheckIn>> Unanswered(PairingId pairing, CancellationToken cancellation);

    /// <summary>The answers that were given to one occurrence.</summary>
    Task<IReadOnlyList<Answer>> AnswersTo(CheckInId checkIn, CancellationToken cancellation);
}
