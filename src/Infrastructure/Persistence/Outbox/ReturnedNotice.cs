using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>
/// One that did not arrive after all, who should have got it, and the check-in that it asked about with all else that tells of that.
/// </summary>
public sealed record ReturnedNotice(Notice Notice, Member Recipient, CheckIn? CheckIn, IReadOnlyList<Notice> Others)
{
    /// <summary>Something else about the same has arrived, as far as anybody knows.</summary>
    public bool OtherArrived => Others.Any(n => n.State == NoticeState.Sent);

    /// <summary>Something else about the same has arrived, or is about to go.</summary>
    public bool GoesAnotherWay => Others.Any(n => n.State != NoticeState.Dropped);

    /// <summary>
    /// The mail that yielded to a text, or would: while it can be answered, unless another mail about the same has left or waits.
    /// </summary>
    public Notice? MailInPlace(Instant now)
    {
        if (CheckIn?.IsOpenAt(now) != true || Recipient is not { EmailNotices: true, Contact.Email: not null }) return null;
        var mails = Others.Where(n => n.Channel == Channel.Email).ToLookup(n => n.Kind == Notice.Kind);
        var mail = mails[true].SingleOrDefault();
        return mail?.State == NoticeState.Sent || mails[false].Any(m => m.State != NoticeState.Dropped) ? null : mail;
    }
}
