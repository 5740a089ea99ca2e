using Mentorship.Domain;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>
/// One telling on its way out by one channel, single for its subject, kind, recipient and channel; the text is made when it is sent.
/// There is always one by e-mail, whatever its recipient chose: it is what the inbox in the app shows, from the moment it is saved.
/// </summary>
public sealed class Notice : Outgoing
{
    private Notice() { }

    public Notice(CommunityId community, Guid subject, Telling telling, Instant now, Channel channel = Channel.Email)
    {
        CommunityId = community;
        Id = NoticeId.New();
        (Subject, Recipient, Kind, Channel, CreatedAt) = (subject, telling.To, telling.Kind, channel, now);
        IsUrgent = Kind.IsCallForHelp();
        TryAgainAt(now);
    }

    public NoticeId Id { get; private init; }
    public Guid Subject { get; private set; }
    public MemberId Recipient { get; private set; }
    public NoticeKind Kind { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>A call for help: it goes before everything else of its channel. A column, so that an index begins with it.</summary>
    public bool IsUrgent { get; private set; }

    public Instant CreatedAt { get; private set; }
    public Instant? ReadAt { get; private set; }

    /// <summary>Whether it asks its recipient to answer the check-in that is its subject: then it goes only while that is open.</summary>
    public bool AsksForAnswer => Kind.AsksForAnswer();

    /// <summary>
    /// A call for help that was tried before: whether it arrived nobody may know, for a sender may have died between the hand-over and its record.
    /// </summary>
    public bool MayBeRepeat => IsUrgent && Attempts > 1;

    /// <summary>Who had taken it says that it could not be delivered: as if it had never left.</summary>
    public void CameBack()
    {
        Drop();
        Raise("notice-came-back", Id.Value);
    }

    /// <summary>It was refused for good; a call for help is not dropped without a trace.</summary>
    public void Refuse()
    {
        Drop();
        if (IsUrgent) Raise("notice-refused", Id.Value);
    }

    /// <summary>It could not be delivered for days.</summary>
    public void GiveUp()
    {
        Drop();
        Raise("notice-given-up", Id.Value);
    }
}
