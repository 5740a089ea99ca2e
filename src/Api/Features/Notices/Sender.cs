using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// How anything leaves, whatever the channel:
/// <list type="number">
/// <item>Claim a few for the length of a lease, what is urgent first, saved: nobody else tries meanwhile, and a kill holds up only those few.</item>
/// <item>Look whether each may still go; what may not is dropped.</item>
/// <item>Hand over, one after the other, under an id that is the same at every attempt, and only while the lease has time for it: else another host
/// would send the same once more. What the lease or the turn has no time for, what was not begun when the host stops or when the circuit opened, is
/// given back.</item>
/// <item>Record, before the next. A kill between 3 and 4 sends that one again after the lease, under the same id:
/// once on the record, at least once at the other side.</item>
/// </list>
/// </summary>
internal abstract class Sender<THeld>(Circuit circuit, IClock clock, Random jitter)
{
    private const int AtATime = 50, FewestAttempts = 6;

    private static readonly Duration Lease = Duration.FromMinutes(1), LongestTrying = Duration.FromDays(3);

    private static readonly Duration LongestWait = Duration.FromHours(6), LongestUrgentWait = Duration.FromMinutes(10);

    /// <summary>Twice the longest hand-over: clocks of two hosts differ, and what comes before it takes time.</summary>
    private static readonly Duration NeededToHandOver = Duration.FromTimeSpan(2 * IEmailTransport.LongestHandOver);

    /// <summary>
    /// A slow other side holds up no other community for longer, and what was looked at is still so when it is handed over: who has stopped or
    /// answered meanwhile gets no more. What the turn has no time for is claimed anew.
    /// </summary>
    private static readonly Duration LongestTurn = Duration.FromSeconds(1);

    protected Instant Now => clock.GetCurrentInstant();

    /// <summary>
    /// One claim, of at most so many; answers how many were tried: none when nothing is due, or nothing may be tried at this moment.
    /// </summary>
    public async Task<int> SendFew(int most, CancellationToken stop)
    {
        if (circuit.Allows(Math.Min(AtATime, most), Now) is not (> 0 and var few)) return 0;
        return await SendAll(await Claim(few, Now, Lease, stop), stop);
    }

    protected abstract Task<IReadOnlyList<THeld>> Claim(int few, Instant now, Duration lease, CancellationToken stop);

    protected abstract Outgoing RowOf(THeld held);

    /// <summary>
    /// The hand-over, ready to be done; null when it may no longer go. Reads all that is needed, for the hand-over itself may not.
    /// </summary>
    protected abstract Task<Func<Task>?> Prepare(THeld held);

    /// <summary>From here on, what becomes of it is kept for <see cref="Record"/>.</summary>
    protected abstract void Watch(THeld held);

    protected abstract Task Conclude(Attempt attempt);

    protected abstract Task Record(THeld held);

    protected abstract Task GiveBack(IReadOnlyCollection<Outgoing> rows);

    private async Task<int> SendAll(IReadOnlyList<THeld> claimed, CancellationToken stop)
    {
        var (tried, claimedAt) = (0, Now);
        foreach (var held in claimed)
        {
            var isOver = Now - claimedAt >= LongestTurn || stop.IsCancellationRequested;
            if (isOver || !HasTime(RowOf(held)) || circuit.Allows(1, Now) == 0)
            {
                await GiveBack([.. claimed.Skip(tried).Select(RowOf)]);
                break;
            }
            tried++;
            Watch(held);
            var attempt = await Try(held);
            Judge(attempt);
            await Conclude(attempt);
            await Record(held);
        }
        return tried;
    }

    private bool HasTime(Outgoing row) => row.NextAttemptAt - Now >= NeededToHandOver;

    private async Task<Attempt> Try(THeld held)
    {
        try
        {
            if (await Prepare(held) is not { } handOver) return new(held, Dropped: true);
            await handOver();
            return new(held);
        }
        catch (Exception failure)
        {
            return new(held, Failure: failure); // one bad row does not hold up the others
        }
    }

    private void Judge(Attempt attempt)
    {
        if (attempt.Dropped) return;
        if (attempt.Failure is null) circuit.Succeeded();
        else if (attempt.Failure is Unavailable { OfChannel: true }) circuit.Failed(Now);
        else if (attempt.Failure is Refused or Unavailable) circuit.Answered();
    }

    /// <summary>
    /// 1, 2, 4 … minutes, at most six hours, and what is urgent ten minutes, as a circuit: where nothing else is sent, nothing else
    /// finds out that the server is back. With up to a fifth of jitter so that a recovered server is not met by all at once.
    /// </summary>
    protected Duration WaitAfter(int attempts, bool urgent = false) =>
        Duration.Min(Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10))), urgent ? LongestUrgentWait : LongestWait)
        * (1 + jitter.NextDouble() / 5);

    /// <summary>It has been tried for three days: in earnest, and not for the first time after an outage of ours.</summary>
    protected bool IsPastTrying(Outgoing row, Instant since) => row.Attempts >= FewestAttempts && Now - since >= LongestTrying;

    /// <summary>What came of one.</summary>
    protected sealed record Attempt(THeld Of, bool Dropped = false, Exception? Failure = null);
}
