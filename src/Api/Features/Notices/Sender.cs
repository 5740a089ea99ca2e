using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// How anything leaves, whatever the channel:
/// <list type="number">
/// <item>Claim a few for the length of a lease, saved: nobody else tries meanwhile, and a kill holds up only those few.</item>
/// <item>Look whether each may still go; what may not is dropped.</item>
/// <item>Hand over, one after the other, under an id that is the same at every attempt, and only while the lease has time for it: else another host
/// would send the same once more. What the lease has no time for, what was not begun when the host stops or when the circuit opened, is
/// given back.</item>
/// <item>Record, before the next. A kill between 3 and 4 sends that one again after the lease, under the same id:
/// once on the record, at least once at the other side.</item>
/// </list>
/// </summary>
internal abstract class Sender<THeld>(Circuit circuit, IClock clock)
{
    private const int AtATime = 20;

    private static readonly Duration Lease = Duration.FromMinutes(1), LongestWait = Duration.FromHours(6);

    /// <summary>Twice the longest hand-over: clocks of two hosts differ, and what comes before it takes time.</summary>
    private static readonly Duration NeededToHandOver = Duration.FromTimeSpan(2 * IEmailTransport.LongestHandOver);

    protected Instant Now => clock.GetCurrentInstant();

    /// <summary>Sends until nothing is due, or so many were tried, or the host stops; answers how many were tried.</summary>
    public async Task<int> SendDue(int most, CancellationToken stop)
    {
        var all = 0;
        while (all < most && !stop.IsCancellationRequested && circuit.Allows(Math.Min(AtATime, most - all), Now) is > 0 and var few)
        {
            var tried = await SendAll(await Claim(few, Now, Lease, stop), stop);
            LetGo();
            if (tried == 0) break;
            all += tried;
        }
        return all;
    }

    protected abstract Task<IReadOnlyList<THeld>> Claim(int few, Instant now, Duration lease, CancellationToken stop);

    protected abstract Outgoing RowOf(THeld held);

    /// <summary>
    /// The hand-over, ready to be done; null when it may no longer go. Reads all that is needed, for the hand-over itself may not.
    /// </summary>
    protected abstract Task<Func<Task>?> Prepare(THeld held);

    protected abstract Task Conclude(Attempt attempt);

    protected abstract Task Record();

    protected abstract void LetGo();

    private async Task<int> SendAll(IReadOnlyList<THeld> claimed, CancellationToken stop)
    {
        var tried = 0;
        foreach (var held in claimed)
        {
            if (stop.IsCancellationRequested || !HasTime(RowOf(held)) || circuit.Allows(1, Now) == 0)
            {
                RowOf(held).GiveBack(Now);
                continue;
            }
            tried++;
            var attempt = await Try(held);
            Judge(attempt);
            await Conclude(attempt);
            await Record();
        }
        await Record(); // what was given back
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
        if (attempt.Failure is Unavailable { OfChannel: true }) circuit.Failed(Now);
        else if (attempt is { Dropped: false, Failure: null or Refused or Unavailable }) circuit.Succeeded();
    }

    /// <summary>
    /// 1, 2, 4 … minutes, at most six hours, with up to a fifth of jitter so that a recovered server is not met by all at once.
    /// </summary>
    protected static Duration WaitAfter(int attempts) =>
        Duration.Min(Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10))), LongestWait) * (1 + Random.Shared.NextDouble() / 5);

    /// <summary>What came of one.</summary>
    protected sealed record Attempt(THeld Of, bool Dropped = false, Exception? Failure = null);
}
