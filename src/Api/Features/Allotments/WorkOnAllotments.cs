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
/// <item>Record, if it is still ours: it has failed only by what the solver threw. A kill before that, or a database that is away, leaves it
/// to the next worker, once the lease has ended; the third who does not come back from it was the last.</item>
/// </list>
/// </summary>
public sealed record WorkOnAllotments(Actor Actor) : ISavedInSteps<int>, IActed;

internal sealed partial class WorkOnAllotmentsHandler(
    AllotmentWork work, IMatchingBoards boards, IClock clock, TimeProvider time, ILogger<WorkOnAllotmentsHandler> logger)
    : IRequestHandler<WorkOnAllotments, int>
{
    private static readonly Duration Lease = Duration.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async Task<int> Handle(WorkOnAllotments command, CancellationToken cancellation)
    {
        if (await work.TakeUp(clock.GetCurrentInstant(), Lease, cancellation) is not { } draft) return 0;
        var board = await boards.ForAll(clock.GetCurrentInstant(), cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var latest = new Latest();
        var solving = Task.Run(() => Solve(board, draft.Order, latest, stop.Token), CancellationToken.None);
        await Watch(solving, draft, latest, stop);
        if (await IsToBeRecorded(solving, draft, cancellation)) await work.Record();
        return 1;
    }

    /// <summary>Until the solver has ended, well or badly. Whatever else goes wrong ends it first, and says nothing about the draft.</summary>
    private async Task Watch(Task solving, AllotmentDraft draft, Latest latest, CancellationTokenSource stop)
    {
        try
        {
            while (await Task.WhenAny(solving, Task.Delay(Pace, time, CancellationToken.None)) != solving)
                if (!stop.IsCancellationRequested
                    && !await work.Tell(draft, latest.Step, clock.GetCurrentInstant() + Lease, CancellationToken.None))
                    await stop.CancelAsync();
        }
        catch
        {
            await stop.CancelAsync();
            await solving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task<bool> IsToBeRecorded(
        Task<(BoardPrint Print, Allotment Allotment, AllotmentReport Report)> solving, AllotmentDraft draft, CancellationToken stopping)
    {
        try
        {
            var (print, allotment, report) = await solving;
            draft.Finish(print, allotment, report, clock.GetCurrentInstant());
        }
        catch (OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested) return false; // somebody cancelled it, and that is recorded
            draft.GiveBack();
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
        return true;
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
