using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// Hands waiting notices of one community over to e-mail; answers how many were tried. Run by the timetable.
/// <list type="number">
/// <item>Claim a few for the length of a lease, saved: nobody else tries meanwhile, and a kill holds up only those few.</item>
/// <item>Look whether each may still go: one whose check-in was answered or whose time has passed is dropped.</item>
/// <item>Hand over, few at once, with a Message-ID that is the same at every attempt, and only while the lease has time for it: else
/// another host would send the same once more. What the lease has no time for, or what was not begun when the host stops, is given back.</item>
/// <item>Record, before another takes its place. A kill between 3 and 4 sends those few again after the lease, with the same Message-ID:
/// once on the record, at least once at the mail server.</item>
/// </list>
/// </summary>
public sealed record SendNotices(Actor Actor, int BatchSize) : ISavedInSteps<int>, IActed;

internal sealed partial class SendNoticesHandler(
    Sending outbox, IEmailTransport email, IVault vault, PublicLinks links, IClock clock, ILogger<SendNoticesHandler> logger) : IRequestHandler<SendNotices, int>
{
    private const int AtATime = 20;

    /// <summary>As many mails may be sent twice after a kill; and as many wait together for a slow server.</summary>
    private const int AtOnce = 4;

    private static readonly Duration Lease = Duration.FromMinutes(1), LongestWait = Duration.FromHours(6);

    /// <summary>Twice the longest hand-over: clocks of two hosts differ, and what comes before it takes time.</summary>
    private static readonly Duration NeededToHandOver = Duration.FromTimeSpan(2 * IEmailTransport.LongestHandOver);

    public async Task<int> Handle(SendNotices command, CancellationToken cancellation)
    {
        var all = 0;
        while (all < command.BatchSize && !cancellation.IsCancellationRequested)
        {
            var claimed = await outbox.Claim(clock.GetCurrentInstant(), Lease, Math.Min(AtATime, command.BatchSize - all), cancellation);
            var tried = await Send(await outbox.Look(claimed), cancellation);
            outbox.LetGo();
            if (tried == 0) break;
            all += tried;
        }
        return all;
    }

    private async Task<int> Send(IReadOnlyList<Claimed> claimed, CancellationToken stop)
    {
        var (tried, underWay) = (0, new List<Task<Attempt>>(AtOnce));
        foreach (var held in claimed)
        {
            if (underWay.Count == AtOnce) await RecordFinished(underWay);
            if (stop.IsCancellationRequested || !HasTime(held.Notice))
            {
                held.Notice.GiveBack(clock.GetCurrentInstant());
                continue;
            }
            tried++;
            underWay.Add(await Begin(held));
        }
        while (underWay.Count > 0) await RecordFinished(underWay);
        await outbox.Record(); // what was given back
        return tried;
    }

    private bool HasTime(Notice notice) => notice.NextAttemptAt - clock.GetCurrentInstant() >= NeededToHandOver;

    /// <summary>Reads all that is needed before it answers: what is still under way then uses the network and nothing of ours.</summary>
    private async Task<Task<Attempt>> Begin(Claimed held)
    {
        try
        {
            return await HandOver(held) is { } handOver ? Finish(held, handOver) : Task.FromResult(new Attempt(held, Dropped: true));
        }
        catch (Exception failure)
        {
            return Task.FromResult(new Attempt(held, Failure: failure)); // one bad row does not hold up the others
        }
    }

    /// <summary>The hand-over, ready to be done; null when there is none to do: the inbox in the app has it.</summary>
    private async Task<Func<Task>?> HandOver(Claimed held)
    {
        var (notice, recipient, checkIn) = held;
        if (held.IsLost) throw new NotFound("subject");
        if (checkIn is not null && !checkIn.IsOpenAt(clock.GetCurrentInstant())) return null;
        if (recipient is not { EmailNotices: true, Contact.Email: { } address }) return null;
        var to = await vault.Open(recipient.Id, ContactDetails.EmailPlace, recipient.Id.Value, address, CancellationToken.None);
        var text = NoticeText.For(notice.Kind);
        var mail = new EmailMessage(notice.Id.ToString(), to, text.Subject, text.Body(links.For(notice)), links.ToStop(notice.CommunityId, recipient.Id));
        return () => email.Send(mail, CancellationToken.None); // a host that stops waits for it, for it could not be taken back
    }

    private static async Task<Attempt> Finish(Claimed held, Func<Task> handOver)
    {
        try
        {
            await handOver();
            return new(held);
        }
        catch (Exception failure)
        {
            return new(held, Failure: failure);
        }
    }

    private async Task RecordFinished(List<Task<Attempt>> underWay)
    {
        await Task.WhenAny(underWay);
        foreach (var finished in underWay.Where(a => a.IsCompleted).ToList())
        {
            underWay.Remove(finished);
            Conclude(await finished);
        }
        await outbox.Record();
    }

    private void Conclude(Attempt attempt)
    {
        var (now, notice) = (clock.GetCurrentInstant(), attempt.Of.Notice);
        switch (attempt)
        {
            case { Dropped: true }:
                notice.Drop(); // a check-in that never left is not missed
                break;
            case { Failure: null }:
                attempt.Of.CheckIn?.Sent(now);
                notice.Sent(now);
                break;
            case { Failure: Refused }:
                notice.Drop();
                attempt.Of.CheckIn?.Bounced();
                break;
            default:
                if (attempt.Failure is not Unavailable) Failed(logger, notice.Id.Value, attempt.Failure.GetType().Name);
                notice.TryAgainAt(now + WaitAfter(notice.Attempts));
                break;
        }
    }

    /// <summary>1, 2, 4 … minutes, at most six hours, with up to a fifth of jitter so that a recovered server is not met by all at once.</summary>
    private static Duration WaitAfter(int attempts)
    {
        var wait = Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return (wait < LongestWait ? wait : LongestWait) * (1 + Random.Shared.NextDouble() / 5);
    }

    [LoggerMessage(LogLevel.Error, "Notice {Notice} could not be made: {Failure}")]
    private static partial void Failed(ILogger logger, Guid notice, string failure);

    private sealed record Attempt(Claimed Of, bool Dropped = false, Exception? Failure = null);
}
