
namespace Mentorship.Domain.Safety;

/// <summary>The port for questions about concerns that more than one row answers.</summary>
public interface IConcernBook
{
    /// <summary>Whether a concern of this kind about the member waits already.</summary>
    Task<bool> HasOpen(ConcernKind kind, MemberId about, CancellationToken cancellation);
}
