namespace Mentorship.Domain.Communities;

/// <summary>The port to communities themselves.</summary>
public interface ICommunities
{
    /// <summary>The one that was entered, tracked so that it can be changed.</summary>
    Task<Community> Current(CancellationToken cancellation);

    /// <summary>Every community's id, for jobs that visit each in turn.</summary>
    Task<IReadOnlyList<CommunityId>> All(CancellationToken cancellation);

    /// <summary>The plans of the one that was entered are due by <see cref="Time.Zones.Version"/>. No change of policy is counted.</summary>
    Task FollowZones(CancellationToken cancellation);

    /// <summary>Adds a new community and enters it as the service itself, so that its first rows can be added too.</summary>
    void Add(Community community);
}
