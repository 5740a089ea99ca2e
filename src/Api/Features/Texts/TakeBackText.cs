using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// The gateway took a text and says now that it did not arrive: as if it had never left. A check-in goes by mail instead while it is open,
/// and is excused where no other way is left; a miss that leans on it is none. <c>ForGood</c>: no text goes to that number before its
/// member asks for texts again. Said again, or of a text that is not known, it changes nothing.
/// </summary>
public sealed record TakeBackText(Actor Actor, NoticeId Notice, string? Number, int Code, bool ForGood) : ICommand<Unit>, IActed
{
    // A record would print the number into logs.
    public override string ToString() => nameof(TakeBackText);
}

internal sealed partial class TakeBackTextHandler(
    ReturnedTexts texts, ISilenceBook silences, ICommunities communities, IVault vault, IClock clock, ILogger<TakeBackTextHandler> logger)
    : IRequestHandler<TakeBackText, Unit>
{
    public async Task<Unit> Handle(TakeBackText command, CancellationToken cancellation)
    {
        if (await texts.Find(command.Notice, cancellation) is not { } returned) return Unit.Value;
        var now = clock.GetCurrentInstant();
        DidNotArrive(logger, command.Notice.Value, command.Code);
        returned.Text.CameBack();
        if (returned is { CheckIn: { } asked, OtherArrived: false }) await TakeBack(asked, now, cancellation);
        if (returned.MailInPlace(now) is { } mail) texts.Send(mail, now);
        if (!returned.GoesAnotherWay) returned.CheckIn?.Bounced();
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
    private bool IsStillTheirs(string? number, ReturnedText returned) => returned.Recipient is var member
        && member.SmsAgreedAt <= returned.Text.CreatedAt
        && vault.IsAgreed(member.CommunityId, member.PhoneHash, PhoneNumber.InE164(number));

    [LoggerMessage(LogLevel.Warning, "Text {Notice} did not arrive, says the gateway: {Code}")]
    private static partial void DidNotArrive(ILogger logger, Guid notice, int code);
}
