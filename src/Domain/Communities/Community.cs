using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Communities;

/// <summary>The organisation whose members are paired; nothing crosses from one community to another.</summary>
public sealed class Community
{
    private Community() { }

    public Community(string name, string zoneId)
    {
        Id = CommunityId.New();
        Name = name;
        ZoneId = zoneId;
        TzdbVersion = Zones.Version;
    }

    public CommunityId Id { get; private init; }

    /// <summary>Shown inside only; never in a notice.</summary>
    public string Name { get; private set; } = "";

    /// <summary>IANA zone that is offered to new members.</summary>
    public string ZoneId { get; private set; } = "";

    /// <summary>The zone database by which its plans are due.</summary>
    public string TzdbVersion { get; private set; } = "";

    public Policy Policy { get; private set; } = Policy.Default;

    /// <summary>Counts changes of policy: proposals record under which one they were made.</summary>
    public int Version { get; private set; }

    /// <summary>Throws <see cref="StaleVersion"/> unless <paramref name="version"/> is the stored one; null asks for no check.</summary>
    public void MustBeAt(int? version)
    {
        if (version is { } expected && expected != Version) throw new StaleVersion();
    }

    /// <summary>Throws <c>question-changed</c> where a question of the community would say something else under its old code.</summary>
    public void Change(Policy policy) => Policy = policy with { Questions = OwnQuestion.After(Policy.Questions, policy.Questions) };
}
