using Mentorship.Domain;

namespace Mentorship.Api.Jobs;

/// <summary>A job failed in some communities, and did its work in the others. Its message holds no more than how many.</summary>
internal sealed class CommunitiesFailed(IReadOnlyList<(CommunityId Community, Exception Cause)> failures)
    : Exception($"It failed in {failures.Count} communities.")
{
    public IReadOnlyList<(CommunityId Community, Exception Cause)> Failures { get; } = failures;
}
