using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Domain.Safety;

/// <summary>What kind of thing a human must look at.</summary>
public enum ConcernKind
{
    /// <summary>A member said that they need to talk, or had a very hard day and did not keep it to themselves: which of the two is told to nobody.</summary>
    HelpAskedFor,

    /// <summary>A member answered a text with words that no machine may act on; a person asks them what they meant.</summary>
    MessageUnread,

    /// <summary>A newcomer has not answered for a long time, and neither they nor a nudge to their mentor changed it.</summary>
    GoneQuiet,

    /// <summary>The note of a call could not be brought to the caller's contact by any way; somebody else should call.</summary>
    ContactUnreachable,
}

/// <summary>Something a human must look at: what kind and about whom, never the words.</summary>
public sealed class Concern : Entity
{
    /// <summary>Within this a call that waits takes up the next: pressed twice, texted ten times, answered hard and said as well.</summary>
    public static readonly Duration OneCall = Duration.FromMinutes(5);

    private Concern() { }

    /// <summary>
    /// <paramref name="coordinators"/> are told that something waits, but for the one whom it is about; of a call for contact
    /// <paramref name="contact"/> too, if there is one, and at once.
    /// </summary>
    public Concern(
        CommunityId community, ConcernKind kind, MemberId about, Guid subject, IEnumerable<MemberId> coordinators, Instant now, MemberId? contact = null)
    {
        CommunityId = community;
        Id = ConcernId.New();
        (Kind, About, Subject, RaisedAt) = (kind, about, subject, now);
        var tellings = coordinators.Where(c => c != about).Select(c => new Telling(c, Tells(kind)));
        if (contact is { } told) tellings = tellings.Append(new Telling(told, NoticeKind.SomeoneAsksForContact));
        Raise("concern-raised", Id.Value, [.. tellings]);
    }

    private static NoticeKind Tells(ConcernKind kind) =>
        kind == ConcernKind.GoneQuiet ? NoticeKind.CoordinatorLookLater : NoticeKind.CoordinatorLook;

    public ConcernId Id { get; private init; }
    public ConcernKind Kind { get; private set; }
    public MemberId About { get; private set; }

    /// <summary>The row it arose from: a check-in, or the pairing where a call answers none; by one check-in its member may call again.</summary>
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
