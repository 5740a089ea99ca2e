using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Plans of one community that a clock which was ahead has led far into the future begin anew, and what waits of them is excused; silences
/// that it has put off are looked at again. Answers how many. Run by the timetable, so that nobody has to notice that people are no longer asked.
/// </summary>
public sealed record RestorePlans(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class RestorePlansHandler(
    IPlanBook book, IStore<CheckInPlan, PlanId> plans, ISilenceBook silences, IClock clock, ILogger<RestorePlansHandler> logger)
    : IRequestHandler<RestorePlans, int>
{
    public async Task<int> Handle(RestorePlans command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var ahead = await book.Ahead(now, command.BatchSize, cancellation);
        var restored = ahead.Where(p => BeganAnew(p, now)).ToList();
        foreach (var plan in restored)
            foreach (var checkIn in await book.Unanswered(plan.Id, cancellation)) checkIn.Excuse(ExcuseReason.Ours);
        var putOff = await silences.Ahead(now, command.BatchSize, cancellation);
        foreach (var silence in putOff) silence.Restore(now);
        return Math.Max(restored.Count, putOff.Count);
    }

    private bool BeganAnew(CheckInPlan plan, Instant now)
    {
        try
        {
            plans.Add(plan.BeginAnew(now));
            return true;
        }
        catch (Exception failure)
        {
            Stays(logger, plan.Id.Value, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Plan {Plan} cannot begin anew and stays as it is: {Failure}")]
    private static partial void Stays(ILogger logger, Guid plan, string failure);
}
