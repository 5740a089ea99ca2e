using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>Marks occurrences whose grace has passed: missed when they were sent, excused when they never left or their member has stopped such notes. Answers how many. Run by the timetable.</summary>
public sealed record LapseCheckIns(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed class LapseCheckInsHandler(ICheckInBook book, IClock clock) : IRequestHandler<LapseCheckIns, int>
{
    public async Task<int> Handle(LapseCheckIns command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var past = await book.PastGrace(now, command.BatchSize, cancellation);
        var stopped = await book.WithoutEmail([.. past.Select(c => c.Member).Distinct()], cancellation);
        foreach (var checkIn in past) checkIn.Lapse(now, stopped.Contains(checkIn.Member));
        return past.Count;
    }
}
