using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence.Outbox;

namespace Mentorship.Api.Features.Notices;

/// <summary>A neutral subject, a few neutral lines and one link, and in its header the link that stops them.</summary>
internal sealed class ByEmail(IEmailTransport email, IVault vault, PublicLinks links) : INoticeWay
{
    public Channel Channel => Channel.Email;

    public async Task<Func<Task>?> Prepare(Claimed held, Recipient recipient)
    {
        var notice = held.Notice;
        if (recipient is not { EmailNotices: true, Contact.Email: { } address }) return null;
        var to = await vault.TryOpen(recipient.Id, ContactDetails.EmailPlace, recipient.Id.Value, address, CancellationToken.None);
        if (to is null) return null;
        var text = NoticeText.For(notice.Kind);
        if (notice.MayBeRepeat) text = text.AsPossibleRepeat();
        var stop = links.ToStop(notice.CommunityId, recipient.Id);
        var mail = new EmailMessage(notice.Id.ToString(), to, text.Subject, text.Body(links.For(notice)), stop);
        return () => email.Send(mail, CancellationToken.None); // a host that stops waits for it, for it could not be taken back
    }
}
