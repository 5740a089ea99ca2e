using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence.Outbox;

namespace Mentorship.Api.Features.Notices;

/// <summary>A text of one segment, to the number that its member agreed for and to no other.</summary>
internal sealed class BySms(ISmsGateway gateway, IVault vault, PublicLinks links) : INoticeWay
{
    public Channel Channel => Channel.Sms;

    public async Task<Func<Task>?> Prepare(Claimed held, Recipient recipient)
    {
        if (!gateway.IsThere || recipient is not { SmsNotices: true, Contact.Phone: { } phone }) return null;
        var opened = await vault.TryOpen(recipient.Id, ContactDetails.PhonePlace, recipient.Id.Value, phone, CancellationToken.None);
        if (PhoneNumber.InE164(opened) is not { } number || !vault.IsAgreed(held.Notice.CommunityId, recipient.PhoneHash, number)) return null;
        var words = SmsText.For(held.Notice.Kind, held.CheckIn?.Layer, held.HasContact);
        if (held.Notice.MayBeRepeat) words = SmsText.AsPossibleRepeat(words);
        var text = new SmsMessage(number, words, links.ToText(held.Notice.CommunityId, held.Notice.Id));
        return () => gateway.Send(text);
    }
}
