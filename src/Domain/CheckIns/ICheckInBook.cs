using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>The port for questions about occurrences that more than one row answers.</summary>
public interface ICheckInBook
{
    /// <summary>Occurrences that wait for an answer although their time has passed, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<CheckIn>> PastGrace(Instant now, int take, CancellationToken cancellation);

    /// <summary>The answers that were given to one occurrence.</summary>
    Task<IReadOnlyList<Answer>> AnswersTo(CheckInId checkIn, CancellationToken cancellation);
}
