using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// The gateway or the mail server took it and says now that it did not arrive: as if it had never left. A check-in that went by text goes by
/// mail instead while it is open, and is excused where no other way is left; a miss that leans on it is none. <c>ForGood</c>: no text goes
/// to that number before its member asks for texts again. Said again, or of one that is not known, it changes nothing.
/// </summary>
public sealed record TakeBackNotice(Actor Actor, NoticeId Notice, string? Number = null, int Code = 0, bool ForGood = false) : ICommand<Unit>, IActed
{
    // A record would print the number into logs.
    public override string ToString() => nameof(TakeBackNotice);
}

internal sealed partial class TakeBackNoticeHandler(
    ReturnedNotices notices, RefusedCalls calls, ISilenceBook silences, ICommunities communities, IVault vault, IClock clock, ILogger<TakeBackNoticeHandler> logger)
    : IRequestHandler<TakeBackNotice, Unit>
{
    public async Task<Unit> Handle(TakeBackNotice command, CancellationToken cancellation)
    {
        if (await notices.Find(command.Notice, cancellation) is not { } returned) return Unit.Value;
        var now = clock.GetCurrentInstant();
        DidNotArrive(logger, command.Notice.Value, command.Code);
        returned.Notice.CameBack();
        if (returned is { CheckIn: { } asked, OtherArrived: false }) await TakeBack(asked, now, cancellation);
        if (returned.MailInPlace(now) is { } mail) notices.Send(mail, now);
        if (!returned.GoesAnotherWay) returned.CheckIn?.Bounced();
        await calls.Report(returned.Notice, now);
        if (command.ForGood && IsStillTheirs(command.Number, returned)) returned.Recipient.StopSms();
        return Unit.Value;
    }

    private async Task TakeBack(CheckIn asked, Instant now, CancellationToken cancellation)
    {
        var ladder = (await communities.Current(cancellation)).Policy.Ladder;
        foreach (var silence in await silences.OpenOf(asked.Pairing, cancellation))
            if (silence.Member == asked.Member) silence.Forgive(asked, ladder, now);
        asked.CameBack();
    }

    /// <summary>They may be reached at another number by now, or have asked for texts anew since.</summary>
    private bool IsStillTheirs(string? number, ReturnedNotice returned) => returned.Recipient is var member
        && member.SmsAgreedAt <= returned.Notice.CreatedAt
        && vault.IsAgreed(member.CommunityId, member.PhoneHash, PhoneNumber.InE164(number));

    [LoggerMessage(LogLevel.Warning, "Notice {Notice} did not arrive, says who had taken it: {Code}")]
    private static partial void DidNotArrive(ILogger logger, Guid notice, int code);
}
