using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>The port for questions about concerns that more than one row answers.</summary>
public interface IConcernBook
{
    /// <summary>Whether a concern of this kind about the member, raised since then, waits already.</summary>
    Task<bool> HasOpen(ConcernKind kind, MemberId about, Instant since, CancellationToken cancellation);
}
