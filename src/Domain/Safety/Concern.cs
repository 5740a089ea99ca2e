using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>What kind of thing a human must look at.</summary>
public enum ConcernKind
{
    /// <summary>A member said that they need to talk.</summary>
    HelpAskedFor,

    /// <summary>A member answered a text with words that no machine may act on; a person asks them what they meant.</summary>
    MessageUnread,

    /// <summary>A newcomer has not answered for a long time, and neither they nor a nudge to their mentor changed it.</summary>
    GoneQuiet,
}

/// <summary>Something a human must look at: what kind and about whom, never the words.</summary>
public sealed class Concern : Entity
{
    private Concern() { }

    /// <summary><paramref name="coordinators"/> are told that something waits, but for the one whom it is about.</summary>
    public Concern(CommunityId community, ConcernKind kind, MemberId about, Guid subject, IEnumerable<MemberId> coordinators, Instant now)
    {
        CommunityId = community;
        Id = ConcernId.New();
        (Kind, About, Subject, RaisedAt) = (kind, about, subject, now);
        Raise("concern-raised", Id.Value, [.. coordinators.Where(c => c != about).Select(c => new Telling(c, Tells(kind)))]);
    }

    private static NoticeKind Tells(ConcernKind kind) =>
        kind == ConcernKind.GoneQuiet ? NoticeKind.CoordinatorLookLater : NoticeKind.CoordinatorLook;

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
