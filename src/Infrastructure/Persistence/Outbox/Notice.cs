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
        TryAgainAt(now);
    }

    public NoticeId Id { get; private init; }
    public Guid Subject { get; private set; }
    public MemberId Recipient { get; private set; }
    public NoticeKind Kind { get; private set; }
    public Channel Channel { get; private set; }
    public Instant CreatedAt { get; private set; }
    public Instant? ReadAt { get; private set; }

    /// <summary>Whether it asks its recipient to answer the check-in that is its subject: then it goes only while that is open.</summary>
    public bool AsksForAnswer => Kind.AsksForAnswer();
}
