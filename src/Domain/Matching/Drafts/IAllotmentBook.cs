using NodaTime;

namespace Mentorship.Domain.Matching.Drafts;

/// <summary>The port for what more than one row says of drafts, and for the work on one that outlasts a request.</summary>
public interface IAllotmentBook
{
    /// <summary>How many pairs an allotment would look at: open requests times mentors.</summary>
    Task<long> CountPairs(CancellationToken cancellation);

    /// <summary>The number of the community's last publication; 0 before the first.</summary>
    Task<int> LastPublication(CancellationToken cancellation);
}
