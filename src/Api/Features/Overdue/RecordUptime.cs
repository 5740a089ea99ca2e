using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.Overdue;

/// <summary>The service is there at this moment: so its outages are known, and nobody is judged by them. Run by the timetable.</summary>
public sealed record RecordUptime : ISavedInSteps<Unit>;

internal sealed class RecordUptimeHandler(UptimeBook uptime, IClock clock) : IRequestHandler<RecordUptime, Unit>
{
    public async Task<Unit> Handle(RecordUptime command, CancellationToken cancellation)
    {
        await uptime.Record(clock.GetCurrentInstant(), cancellation);
        return Unit.Value;
    }
}
