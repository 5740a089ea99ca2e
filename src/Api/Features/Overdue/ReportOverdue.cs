using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.Overdue;

/// <summary>
/// Says what should have happened and has not: plans not taken ten minutes after their time, notices unsent five minutes after theirs. Run by
/// the timetable. It mends nothing itself: what is late stays due, and the next run of the job whose work it is tries it again.
/// </summary>
public sealed record ReportOverdue : IQuery<Unit>;

internal sealed partial class ReportOverdueHandler(OverdueWork work, Backlog backlog, IClock clock, ILogger<ReportOverdueHandler> logger)
    : IRequestHandler<ReportOverdue, Unit>
{
    private static readonly Duration LatePlan = Duration.FromMinutes(10), LateNotice = Duration.FromMinutes(5);

    public async Task<Unit> Handle(ReportOverdue command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var late = await work.Count(now - LatePlan, now - LateNotice, cancellation);
        backlog.Latest = late;
        if (late.Any) Late(logger, late.Plans, late.Notices);
        return Unit.Value;
    }

    [LoggerMessage(LogLevel.Warning, "Overdue: {Plans} plans, {Notices} notices")]
    private static partial void Late(ILogger logger, int plans, int notices);
}
