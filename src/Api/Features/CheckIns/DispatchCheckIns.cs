using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Turns due plans of one community into occurrences and their notices; answers how many plans were taken. Run by the timetable.
/// <list type="number">
/// <item>Take plans whose next due time has come: an index on that column, so the cost follows what is due. What another dispatcher holds is
/// stepped over, where the engine can.</item>
/// <item>Each plan makes its occurrences and moves on to its next due time. One that cannot stays due, and is passed over for an hour.</item>
/// <item>The same transaction writes plans, occurrences and notices. Whoever took a plan all the same fails on its version, or on the key
/// (plan, local date), and reads again: nothing is doubled. A kill before the commit undoes all: nothing is lost.</item>
/// </list>
/// </summary>
public sealed record DispatchCheckIns(Actor Actor, int BatchSize) : ICommand<int>, IActed, IHolding;

internal sealed partial class DispatchCheckInsHandler(
    IPlanBook book, IStore<CheckIn, CheckInId> checkIns, ISilenceBook silences, ICommunities communities, IClock clock, ILogger<DispatchCheckInsHandler> logger) : IRequestHandler<DispatchCheckIns, int>
{
    public async Task<int> Handle(DispatchCheckIns command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = await book.Due(now, command.BatchSize, cancellation);
        if (due.Count == 0) return 0;
        var ladder = (await communities.Current(cancellation)).Policy.Ladder;
        var daysOff = await book.DaysOff(due, cancellation); // read after the plans: who sets them meanwhile counts the plans up
        foreach (var plan in due) Take(plan, daysOff.GetValueOrDefault(plan.Member), ladder, now);
        foreach (var plan in due.Where(p => p.LastDate is { } date && daysOff.GetValueOrDefault(p.Member)?.Includes(date) == true))
            await EndSilence(plan, now, cancellation);
        return due.Count;
    }

    /// <summary>A day off lies between what was missed before and what is missed after it: the two are not in a row.</summary>
    private async Task EndSilence(CheckInPlan plan, Instant now, CancellationToken cancellation)
    {
        foreach (var silence in await silences.OpenOf(plan.Pairing, cancellation))
            if (silence.Member == plan.Member) silence.End(SilenceEnd.AtRest, now);
    }

    private void Take(CheckInPlan plan, DaysOff? daysOff, LadderTimes ladder, Instant now)
    {
        try
        {
            foreach (var checkIn in plan.TakeDue(now, daysOff, ladder)) checkIns.Add(checkIn);
        }
        catch (Exception failure)
        {
            PushedBack(logger, plan.Id.Value, failure.GetType().Name);
            plan.PushBack(now);
        }
    }

    [LoggerMessage(LogLevel.Error, "Plan {Plan} was pushed back by an hour: {Failure}")]
    private static partial void PushedBack(ILogger logger, Guid plan, string failure);
}
