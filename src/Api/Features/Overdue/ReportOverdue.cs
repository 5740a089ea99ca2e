using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.Overdue;

/// <summary>
/// Says what should have happened and has not: plans not taken ten minutes after their time, notices unsent five minutes after theirs,
/// calls for help a minute after they were made, account mails and messages for webhooks five minutes after; and makes due at once what
/// waits for hours because of a channel that works again. Run by the timetable. All else that is late stays due, and the next run of the
/// job whose work it is tries it again.
/// </summary>
public sealed record ReportOverdue : ISavedInSteps<Unit>;

internal sealed partial class ReportOverdueHandler(
    OverdueWork work, Channels channels, Backlog backlog, IClock clock, ILogger<ReportOverdueHandler> logger)
    : IRequestHandler<ReportOverdue, Unit>
{
    private static readonly Duration LatePlan = Duration.FromMinutes(10), LateNotice = Duration.FromMinutes(5), LateCall = Duration.FromMinutes(1);

    /// <summary>Twice the lease of a sender.</summary>
    private static readonly Duration Held = Duration.FromMinutes(2);

    public async Task<Unit> Handle(ReportOverdue command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var channel in channels.TakeRecovered())
            Released(logger, channel.ToString(), await work.Release(channel, now, now + Held, cancellation));
        var late = await work.Count(now - LatePlan, now - LateNotice, now - LateCall, cancellation);
        backlog.Latest = late;
        if (late.Any) Late(logger, late.Plans, late.Notices, late.Calls, late.AccountMails);
        if (late.WebhookMessages > 0) Untold(logger, late.WebhookMessages);
        return Unit.Value;
    }

    [LoggerMessage(LogLevel.Information, "{Channel} works again: {Notices} notices and mails that were put back are due at once")]
    private static partial void Released(ILogger logger, string channel, int notices);

    [LoggerMessage(LogLevel.Warning, "Overdue: {Plans} plans, {Notices} notices, {Calls} urgent ones, {AccountMails} account mails")]
    private static partial void Late(ILogger logger, int plans, int notices, int calls, int accountMails);

    [LoggerMessage(LogLevel.Information, "Overdue: {Messages} messages for webhooks of communities")]
    private static partial void Untold(ILogger logger, int messages);
}
