using Mentorship.Domain.Communities;

namespace Mentorship.Domain.Matching;

public sealed record MatchingBoard(Policy Policy, int PolicyVersion)
{
    public Candidate Judge(RequestId request, MemberId mentor) => throw new NotImplementedException();
}

public sealed record Candidate
{
    public void RequireProposable() => throw new NotImplementedException();
    public void RequireApprovable(string? overrideReason) => throw new NotImplementedException();
}
