using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>The port that gathers what a judgement needs: requests, both sides, blocks and policy, as they stand at one moment.</summary>
public interface IMatchingBoards
{
    /// <summary>One request and every mentor of the community.</summary>
    Task<MatchingBoard> ForRequest(RequestId request, Instant now, CancellationToken cancellation);

    /// <summary>One request and one mentor.</summary>
    Task<MatchingBoard> ForPair(RequestId request, MemberId mentor, Instant now, CancellationToken cancellation);

    /// <summary>Every open request and every mentor of the community.</summary>
    Task<MatchingBoard> ForAll(Instant now, CancellationToken cancellation);

    /// <summary>
    /// A text that changes whenever anything that lies on the board of all is added, changed or removed; far cheaper than the board.
    /// </summary>
    Task<string> MarkOfAll(CancellationToken cancellation);
}
