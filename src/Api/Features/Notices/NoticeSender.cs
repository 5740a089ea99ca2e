using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>The sender of one channel in one community; a notice whose check-in was answered or whose time has passed is dropped, and one in its
/// recipient's quiet hours waits.</summary>
internal sealed partial class NoticeSender(
    Sending outbox, RefusedCalls calls, INoticeWay way, Channels channels, IClock clock, Random jitter, ILogger<NoticeSender> logger)
    : Sender<Claimed>(channels.Of(way.Channel), clock, jitter)
{
    private static readonly Duration Soon = Duration.FromMinutes(1);

    protected override async Task<IReadOnlyList<Claimed>> Claim(int few, Instant now, Duration lease, CancellationToken stop) =>
        await outbox.Look(await outbox.Claim(way.Channel, now, lease, few, stop), now);

    protected override Outgoing RowOf(Claimed held) => held.Notice;

    protected override async Task<Func<Task>?> Prepare(Claimed held)
    {
        if (held.IsLost) throw new NotFound("subject");
        if (held.IsOvertaken) held.CheckIn!.Excuse(ExcuseReason.Ours);
        var mayGo = held.MayGo(Now) && !held.Hold(Now) && !await YieldsToOther(held);
        return mayGo ? await way.Prepare(held, held.Recipient!) : null; // the inbox in the app has it; what never left is not missed
    }

    protected override async Task Conclude(Attempt attempt)
    {
        var (notice, checkIn) = (attempt.Of.Notice, attempt.Of.CheckIn);
        if (attempt.Dropped)
        {
            if (attempt.Of.IsHeld) return;
            notice.Drop();
            await calls.Report(notice, Now);
        }
        else if (attempt.Failure is null)
        {
            checkIn?.Sent(Now);
            notice.Sent(Now);
            channels.Sent(way.Channel);
        }
        else
        {
            channels.Failed(way.Channel);
            await Failed(notice, checkIn, attempt.Failure);
        }
    }

    protected override void Watch(Claimed held) => outbox.Watch(held.Notice, held.CheckIn);

    protected override Task Record(Claimed held) => outbox.Record(held.Notice, held.CheckIn, calls.LookAgain);

    protected override Task GiveBack(IReadOnlyCollection<Outgoing> rows) => outbox.GiveBack(rows);

    private async Task<bool> YieldsToOther(Claimed held) => held.GoesByOneWay && way.Channel switch
    {
        Channel.Email => held.Recipient!.SmsNotices && await YieldsToText(held, await outbox.SameBy(Channel.Sms, held.Notice)),
        _ => Claimed.YieldsToMail(await outbox.SameBy(Channel.Email, held.Notice)),
    };

    /// <summary>
    /// Who holds the text's row hands over: a sender of texts that has claimed it, or, for as long as this mail is held, nobody but us.
    /// Of two at the same moment one fails on its version.
    /// </summary>
    private async Task<bool> YieldsToText(Claimed held, Notice? text)
    {
        if (held.YieldsToText(text, Now)) return true;
        if (text is not { State: NoticeState.Waiting } || await outbox.KeepBack(text, held.Notice.NextAttemptAt!.Value)) return false;
        return held.WaitUntil(Now + Soon);
    }

    private async Task Failed(Notice notice, CheckIn? checkIn, Exception failure)
    {
        if (failure is Refused no && IsSure(no, notice)) Refuse(notice);
        else if (IsPastTrying(notice, notice.CreatedAt)) GiveUp(notice);
        else notice.TryAgainAt(Now + WaitAfter(notice.Attempts, notice.IsUrgent));
        if (failure is Unavailable { MayBeOfUs: true }) channels.Of(way.Channel).PutOff(notice.Recipient.GetHashCode(), Now);
        Tell(notice, failure);
        var isOver = notice.State == NoticeState.Dropped;
        if (isOver && !await outbox.GoesAnotherWay(notice))
            checkIn?.Bounced(failure is Refused or Unavailable { OfChannel: false } ? ExcuseReason.OutOfReach : ExcuseReason.Ours);
        if (isOver || notice.Attempts >= RefusedCalls.Tries || (failure is Refused && notice.Attempts > 1)) await calls.Report(notice, Now);
    }

    private bool IsSure(Refused no, Notice notice) =>
        !no.MayBeOfUs || channels.Of(way.Channel).IsSure(notice.Id.Value, notice.Recipient.GetHashCode(), Now);

    private void Tell(Notice notice, Exception failure)
    {
        if (failure is Refused no) WasRefused(logger, way.Channel, notice.Id.Value, notice.Kind.Id(), no.Code);
        else if (failure is Unavailable { OfChannel: false } busy) IsPutOff(logger, way.Channel, notice.Id.Value, busy.Code);
        else if (failure is not Unavailable) CouldNotBeMade(logger, notice.Id.Value, failure.GetType().Name);
        var ofChannel = failure switch
        {
            Refused { MayBeOfUs: true } ofUs => ofUs.Code,
            Unavailable away when away.OfChannel || away.MayBeOfUs => away.Code,
            _ => null,
        };
        if (ofChannel is { } code && channels.Failing.Contains(way.Channel)) IsAway(logger, way.Channel, code);
    }

    private void Refuse(Notice notice)
    {
        notice.Refuse();
        if (notice.IsUrgent) channels.GaveUp(way.Channel); // somebody should look, whosever fault it is
    }

    private void GiveUp(Notice notice)
    {
        notice.GiveUp();
        channels.GaveUp(way.Channel);
        GivenUp(logger, notice.Id.Value, notice.Kind.Id());
    }

    [LoggerMessage(LogLevel.Error, "Notice {Notice} could not be made: {Failure}")]
    private static partial void CouldNotBeMade(ILogger logger, Guid notice, string failure);

    [LoggerMessage(LogLevel.Warning, "{Channel} refused notice {Notice}, {Kind}: {Code}")]
    private static partial void WasRefused(ILogger logger, Channel channel, Guid notice, string kind, string code);

    [LoggerMessage(LogLevel.Information, "{Channel} puts notice {Notice} off: {Code}")]
    private static partial void IsPutOff(ILogger logger, Channel channel, Guid notice, string code);

    [LoggerMessage(LogLevel.Warning, "Nothing leaves by {Channel} for a while: {Code}")]
    private static partial void IsAway(ILogger logger, Channel channel, string code);

    [LoggerMessage(LogLevel.Error, "Notice {Notice}, {Kind}, could not be delivered for days and is given up")]
    private static partial void GivenUp(ILogger logger, Guid notice, string kind);
}
