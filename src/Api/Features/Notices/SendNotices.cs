using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// Hands a few waiting notices of one community over to one channel, calls for help first, in the steps of a sender; answers how many were
/// tried. Run by the timetable, each channel by itself, so that one that is slow or away holds up no other.
/// </summary>
public sealed record SendNotices(Actor Actor, int Most, Channel Channel = Channel.Email) : ISavedInSteps<int>, IActed;

internal sealed class SendNoticesHandler(
    Sending outbox, RefusedCalls calls, IEnumerable<INoticeWay> ways, Channels channels, IClock clock, Random jitter,
    ILogger<NoticeSender> logger)
    : IRequestHandler<SendNotices, int>
{
    public Task<int> Handle(SendNotices command, CancellationToken cancellation)
    {
        var way = ways.Single(w => w.Channel == command.Channel);
        return new NoticeSender(outbox, calls, way, channels, clock, jitter, logger).SendFew(command.Most, cancellation);
    }
}
