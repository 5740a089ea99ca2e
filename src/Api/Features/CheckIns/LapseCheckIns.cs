using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Marks occurrences whose grace has passed: missed when their member had time for them, excused when they never left or left late, when
/// their member has since stopped the way by which they came or has a day off, or when the service was away too long. One whose date cannot
/// be told is excused and reported, so that it does not hold up the others. Answers how many. Run by the timetable.
/// </summary>
public sealed record LapseCheckIns(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class LapseCheckInsHandler(
    ICheckInBook book, ISilenceBook silences, ICommunities communities, UptimeBook uptime, IClock clock, ILogger<LapseCheckInsHandler> logger)
    : IRequestHandler<LapseCheckIns, int>
{
    public async Task<int> Handle(LapseCheckIns command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var past = await book.PastGrace(now, command.BatchSize, cancellation);
        var unreached = await book.Unreached(past, cancellation);
        var off = await book.OnDaysOff(past, (checkIn, failure) => Untold(logger, checkIn.Value, failure.GetType().Name), cancellation);
        var outages = await uptime.OutagesUntil(now, cancellation);
        foreach (var checkIn in past) checkIn.Lapse(now, off.GetValueOrDefault(checkIn.Id) ?? unreached.GetValueOrDefault(checkIn.Id), outages);
        await Count([.. past.Where(c => c.State == CheckInState.Missed)], now, cancellation);
        return past.Count;
    }

    /// <summary>Misses in a row lead up the ladder; a silence that begins with one has no low rungs.</summary>
    private async Task Count(IReadOnlyList<CheckIn> missed, Instant now, CancellationToken cancellation)
    {
        if (missed.Count == 0) return;
        var ladder = (await communities.Current(cancellation)).Policy.Ladder;
        var open = await silences.Around(missed, now, cancellation);
        foreach (var checkIn in missed.Where(c => ladder.MissesOf(c.Layer) is not null).OrderBy(c => c.DueAt)) open.Of(checkIn, now)?.Count(checkIn, ladder, now);
        foreach (var silence in open.Begun) silences.Add(silence);
    }

    [LoggerMessage(LogLevel.Error, "Check-in {CheckIn} is excused, for its date cannot be told: {Failure}")]
    private static partial void Untold(ILogger logger, Guid checkIn, string failure);
}
