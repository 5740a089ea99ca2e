using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// This version brings another time zone database than the one by which the plans of one community are due: those whose zone has other
/// rules now are due at the same local time as before. Answers how many. Run by the timetable.
/// One whose time cannot be told keeps the one that it has and is reported: put back by an hour it would be asked on another day.
/// </summary>
public sealed record ResetDueTimes(Actor Actor, int BatchSize) : ICommand<int>, IActed, IHolding;

internal sealed partial class ResetDueTimesHandler(
    IPlanBook book, ICommunities communities, IClock clock, ILogger<ResetDueTimesHandler> logger) : IRequestHandler<ResetDueTimes, int>
{
    public async Task<int> Handle(ResetDueTimes command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var misplaced = await book.Misplaced(
            now, command.BatchSize, (plan, failure) => Untold(logger, plan.Value, failure.GetType().Name), cancellation);
        foreach (var plan in misplaced) plan.FollowZone();
        if (misplaced.Count < command.BatchSize) await communities.FollowZones(cancellation);
        return misplaced.Count;
    }

    [LoggerMessage(LogLevel.Error, "The due time of plan {Plan} cannot be told by the rules of its zone and stays as it is: {Failure}")]
    private static partial void Untold(ILogger logger, Guid plan, string failure);
}
