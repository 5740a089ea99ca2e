using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>What kind of thing a human must look at.</summary>
public enum ConcernKind
{
    HelpAskedFor,
    SafetyReport,
    PairGoneQuiet,
}

/// <summary>Something a human must look at: what kind and about whom, never the words.</summary>
public sealed class Concern : Entity
{
    private Concern() { }

    public Concern(CommunityId community, ConcernKind kind, MemberId about, Guid subject, Instant now)
    {
        CommunityId = community;
        Id = ConcernId.New();
        (Kind, About, Subject, RaisedAt) = (kind, about, subject, now);
        Raise("concern-raised", Id.Value);
    }

    public ConcernId Id { get; private init; }
    public ConcernKind Kind { get; private set; }
    public MemberId About { get; private set; }

    /// <summary>The row it arose from, such as a check-in; one concern for each.</summary>
    public Guid Subject { get; private set; }

    public Instant RaisedAt { get; private set; }

    /// <summary>When a coordinator had looked after it; null while it is open.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>A coordinator has looked after it; a second time is <c>concern-closed</c>.</summary>
    public void Close(Instant now)
    {
        if (ClosedAt is not null) throw new RuleBroken("concern-closed", "Somebody has looked after this already.");
        ClosedAt = now;
        Raise("concern-closed", Id.Value);
    }
}
