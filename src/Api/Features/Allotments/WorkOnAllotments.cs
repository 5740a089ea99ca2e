using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>
/// Works out the allotment of one community that waits longest; answers how many it took up. Run by the timetable.
/// <list type="number">
/// <item>Take it up for the length of a lease, saved: nobody else works on it meanwhile.</item>
/// <item>Work it out, and every second tell how far it is and hold it for longer. When it is ours no longer, it was cancelled: stop.</item>
/// <item>Record, if it is still ours. A kill before that leaves it to the next worker, once the lease has ended.</item>
/// </list>
/// </summary>
public sealed record WorkOnAllotments(Actor Actor) : ISavedInSteps<int>, IActed;

internal sealed partial class WorkOnAllotmentsHandler(
    AllotmentWork work, IMatchingBoards boards, IClock clock, ILogger<WorkOnAllotmentsHandler> logger)
    : IRequestHandler<WorkOnAllotments, int>
{
    private static readonly Duration Lease = Duration.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async Task<int> Handle(WorkOnAllotments command, CancellationToken cancellation)
    {
        if (await work.TakeUp(clock.GetCurrentInstant(), Lease, cancellation) is not { } draft) return 0;
        try
        {
            var (print, allotment, report) = await WorkOut(draft, cancellation);
            draft.Finish(print, allotment, report, clock.GetCurrentInstant());
        }
        catch (OperationCanceledException)
        {
            return 1; // cancelled, or the host stops and the next worker takes it up
        }
        catch (RuleBroken refused)
        {
            draft.Fail(refused.Code, refused.Message);
        }
        catch (Exception failure)
        {
            Failed(logger, draft.Id.Value, failure.GetType().Name, failure.StackTrace);
            draft.Fail(
                "allotment-failed", "It could not be worked out. Ask for it again; if this happens again, tell who runs the service.");
        }
        await work.Record();
        return 1;
    }

    private async Task<(BoardPrint Print, Allotment Allotment, AllotmentReport Report)> WorkOut(
        AllotmentDraft draft, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var latest = new Latest();
        var board = await boards.ForAll(clock.GetCurrentInstant(), cancellation);
        var solving = Task.Run(() => Solve(board, draft.Order, latest, stop.Token), CancellationToken.None);
        while (await Task.WhenAny(solving, Task.Delay(Pace, CancellationToken.None)) != solving)
            if (!stop.IsCancellationRequested
                && !await work.Tell(draft, latest.Step, clock.GetCurrentInstant() + Lease, CancellationToken.None))
                await stop.CancelAsync();
        return await solving;
    }

    private static (BoardPrint, Allotment, AllotmentReport) Solve(
        MatchingBoard board, AllotmentOrder order, Latest latest, CancellationToken cancellation)
    {
        var allotment = board.Allot(order, latest, cancellation);
        return (board.PrintFor(order), allotment, AllotmentReport.Of(board, allotment));
    }

    [LoggerMessage(LogLevel.Error, "Allotment {Allotment} failed with {Failure} at {Stack}")]
    private static partial void Failed(ILogger logger, Guid allotment, string failure, string? stack);

    /// <summary>Written by the thread that solves, read by the one that tells.</summary>
    private sealed class Latest : IProgress<AllotmentStep>
    {
        private volatile Told _told = new(default);

        public AllotmentStep Step => _told.Step;

        public void Report(AllotmentStep value) => _told = new(value);

        private sealed record Told(AllotmentStep Step);
    }
}
