using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// Hands waiting notices of one community over to e-mail; answers how many were claimed. Run by the timetable.
/// <list type="number">
/// <item>Claim for the length of a lease, saved: nobody else tries meanwhile.</item>
/// <item>Look whether it may still go: one whose check-in was answered or whose time has passed is dropped.</item>
/// <item>Hand over, with a Message-ID that is the same at every attempt, and only while the lease has time for it: with a server that
/// hangs it would end in mid-batch, and another host would send the same once more. What is left over is claimed anew.</item>
/// <item>Record, saved for each notice. A kill between 3 and 4 sends it again after the lease, with the same Message-ID:
/// once on the record, at least once at the mail server.</item>
/// </list>
/// </summary>
public sealed record SendNotices(Actor Actor, int BatchSize) : ISavedInSteps<int>, IActed;

internal sealed partial class SendNoticesHandler(
    Sending outbox, IEmailTransport email, IVault vault, PublicLinks links, IClock clock, ILogger<SendNoticesHandler> logger) : IRequestHandler<SendNotices, int>
{
    private static readonly Duration Lease = Duration.FromMinutes(5);

    /// <summary>Twice the longest hand-over: clocks of two hosts differ, and the look before it takes time.</summary>
    private static readonly Duration NeededToHandOver = Duration.FromTimeSpan(2 * IEmailTransport.LongestHandOver);

    private static readonly Duration LongestWait = Duration.FromHours(6);

    public async Task<int> Handle(SendNotices command, CancellationToken cancellation)
    {
        var claimed = await outbox.Claim(clock.GetCurrentInstant(), Lease, command.BatchSize, cancellation);
        foreach (var notice in claimed)
        {
            if (cancellation.IsCancellationRequested || !HasTime(notice)) break;
            await Send(notice, cancellation);
            await outbox.Record();
        }
        return claimed.Count;
    }

    private bool HasTime(Notice notice) => notice.NextAttemptAt - clock.GetCurrentInstant() >= NeededToHandOver;

    private async Task Send(Notice notice, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        CheckIn? checkIn = null;
        try
        {
            (var recipient, checkIn) = await outbox.Look(notice, cancellation);
            var mayGo = checkIn is null || checkIn.IsOpenAt(now);
            if (!mayGo || recipient is not { EmailNotices: true, Contact.Email: { } address })
            {
                notice.Drop(); // the inbox in the app has it; a check-in that never left is not missed
                return;
            }
            await HandOver(notice, recipient.Id, address, cancellation);
            checkIn?.Sent(now);
            notice.Sent(now);
        }
        catch (EmailRefused)
        {
            notice.Drop();
            checkIn?.Bounced();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (failure is not EmailUnavailable) Failed(logger, notice.Id.Value, failure.GetType().Name); // one bad row does not hold up the others
            notice.TryAgainAt(now + WaitAfter(notice.Attempts));
        }
    }

    private async Task HandOver(Notice notice, MemberId recipient, Sealed address, CancellationToken cancellation)
    {
        var to = await vault.Open(recipient, ContactDetails.EmailPlace, recipient.Value, address, cancellation);
        var text = NoticeText.For(notice.Kind);
        var stop = links.ToStop(notice.CommunityId, recipient);
        await email.Send(new EmailMessage(notice.Id.ToString(), to, text.Subject, text.Body(links.For(notice)), stop), cancellation);
    }

    /// <summary>1, 2, 4 … minutes, at most six hours, with up to a fifth of jitter so that a recovered server is not met by all at once.</summary>
    private static Duration WaitAfter(int attempts)
    {
        var wait = Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return (wait < LongestWait ? wait : LongestWait) * (1 + Random.Shared.NextDouble() / 5);
    }

    [LoggerMessage(LogLevel.Error, "Notice {Notice} could not be made: {Failure}")]
    private static partial void Failed(ILogger logger, Guid notice, string failure);
}
