using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;

namespace Mentorship.Api.Features.Notices;

/// <summary>How a notice is handed over by one channel.</summary>
internal interface INoticeWay
{
    Channel Channel { get; }

    /// <summary>The hand-over, ready to be done; null when the recipient has not chosen this channel or cannot be reached by it.</summary>
    Task<Func<Task>?> Prepare(Claimed held, Recipient recipient);
}
