using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using NodaTime;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Hands waiting account mails over, each saved alone. Run by the timetable.
/// <list type="number">
/// <item>Claim for the length of a lease, while the circuit of e-mail is closed.</item>
/// <item>Look, only now and out of every caller's sight, whether the address has an account, and choose the text by it.</item>
/// <item>Hand over, with the same Message-ID at every attempt; a kill after this sends it again once the lease has ended.</item>
/// <item>Delete the row. One that cannot be read or written is pushed back an hour and reported; the others go on.</item>
/// </list>
/// </summary>
public sealed record SendAccountMail : ISavedInSteps<Unit>;

internal sealed partial class SendAccountMailHandler(
    AccountMails mails, AccountBook accounts, IEmailTransport email, PublicSite site, Channels channels, IClock clock,
    ILogger<SendAccountMailHandler> logger)
    : IRequestHandler<SendAccountMail, Unit>
{
    // All of them within half the lease, even when each hand-over takes IEmailTransport.LongestHandOver.
    private const int Batch = 10;
    private static readonly Duration Poisoned = Duration.FromHours(1), LongestWait = Duration.FromHours(1);

    private Circuit Circuit => channels.Of(Channel.Email);

    private Instant Now => clock.GetCurrentInstant();

    public async Task<Unit> Handle(SendAccountMail command, CancellationToken cancellation)
    {
        var poisoned = new List<Exception>();
        if (Circuit.Allows(Batch, Now) is not (> 0 and var few)) return Unit.Value;
        foreach (var mail in await mails.Claim(AccountMail.Lease, few, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Circuit.Allows(1, Now) == 0) await mails.PushBack(mail, Now);
            else if (await Try(mail, cancellation) is { } problem) poisoned.Add(problem);
        }
        return poisoned.Count == 0 ? Unit.Value : throw new AggregateException(poisoned);
    }

    private async Task<Exception?> Try(AccountMail mail, CancellationToken cancellation)
    {
        try
        {
            if (Now < mail.EndsAt) await HandOver(mail, cancellation);
            await mails.Remove(mail);
            return null;
        }
        catch (Exception no) when (no is EmailRefused or EmailUnavailable)
        {
            var (code, isSure) = Judge(mail, no);
            channels.Failed(Channel.Email);
            DidNotLeave(logger, mail.Id, code);
            await (isSure ? mails.Remove(mail) : mails.PushBack(mail, Now + WaitAfter(mail.Attempts)));
            return null;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Failed(logger, mail.Id, problem.GetType().Name);
            await mails.PushBack(mail, Now + Poisoned);
            return problem;
        }
    }

    /// <summary>Tells the circuit; answers the code, and whether it is of no use to try again.</summary>
    private (string Code, bool IsSure) Judge(AccountMail mail, Exception no)
    {
        if (no is Unavailable { OfChannel: true }) Circuit.Failed(Now);
        else Circuit.Answered();
        if (no is not Refused refused) return (((Unavailable)no).Code, false);
        return (refused.Code, !refused.MayBeOfUs || Circuit.IsSure(mail.Id, recipient: null, Now)); // anybody may sign up with any address
    }

    private async Task HandOver(AccountMail mail, CancellationToken cancellation)
    {
        var to = mails.AddressOf(mail);
        if (KindFor(mail.Kind, await accounts.IsKnown(to)) is not { } kind) return;
        var (text, link) = (NoticeText.For(kind), new Uri(site.Url, PathOf(kind, mails.TokenOf(mail))));
        await email.Send(new EmailMessage(mail.Id.ToString("N"), to, text.Subject, text.Body(link)), cancellation);
        Circuit.Succeeded();
        channels.Sent(Channel.Email);
    }

    private static NoticeKind? KindFor(NoticeKind kind, bool hasAccount) => (kind, hasAccount) switch
    {
        (NoticeKind.ConfirmAddress, true) => NoticeKind.AccountExists,
        (NoticeKind.ResetPassword, false) => null,
        _ => kind,
    };

    private static string PathOf(NoticeKind kind, string? token) => kind switch
    {
        NoticeKind.ConfirmAddress => $"confirm/{token}",
        NoticeKind.ResetPassword => $"password/{token}",
        NoticeKind.ConfirmContact => $"address/{token}",
        NoticeKind.Invitation => $"i/{token}",
        _ => "sign-in",
    };

    /// <summary>1, 2, 4 … minutes, at most an hour, and up to a fifth more, so that a recovered server is not met by all at once.</summary>
    private static Duration WaitAfter(int attempts) =>
        Duration.Min(Duration.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10))), LongestWait) * (1 + Random.Shared.NextDouble() / 5);

    [LoggerMessage(LogLevel.Warning, "Account mail {Mail} did not leave: {Code}")]
    private static partial void DidNotLeave(ILogger logger, Guid mail, string code);

    [LoggerMessage(LogLevel.Error, "Account mail {Mail} could not be made: {Failure}")]
    private static partial void Failed(ILogger logger, Guid mail, string failure);
}
