namespace Mentorship.Domain.Matching.Drafts;

/// <summary>What has changed on the board since a draft was worked out.</summary>
/// <param name="Any">Whether the fingerprint differs; what the draft itself proposed since makes it differ too.</param>
/// <param name="Policy">Whether the community's policy is another.</param>
/// <param name="RequestsCame">Waiting now and not then.</param>
/// <param name="RequestsWent">Waiting then and not now.</param>
/// <param name="RequestsChanged">Wishes or newcomer say something else.</param>
/// <param name="MentorsChanged">Came, went, or say, hold or stand otherwise.</param>
public sealed record BoardChanges(
    bool Any, bool Policy, IReadOnlyList<RequestId> RequestsCame, IReadOnlyList<RequestId> RequestsWent,
    IReadOnlyList<RequestId> RequestsChanged, IReadOnlyList<MemberId> MentorsChanged);
