using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Api.Features.Notices;

/// <summary>The addresses that notices hold. A check-in's link is signed and names its occurrence; the occurrence decides when it ends.</summary>
internal sealed class PublicLinks(LinkSigner signer, PublicSite site)
{
    private const string CheckInPurpose = "check-in";

    public Uri For(Notice notice) => notice.Kind is NoticeKind.CheckInDue or NoticeKind.CheckInRepeat or NoticeKind.CheckInCatchUp
        ? ToCheckIn(notice.CommunityId, new CheckInId(notice.Subject))
        : site.Url;

    public Uri ToCheckIn(CommunityId community, CheckInId checkIn)
    {
        Span<byte> payload = stackalloc byte[32];
        community.Value.TryWriteBytes(payload);
        checkIn.Value.TryWriteBytes(payload[16..]);
        return new Uri(site.Url, "c/" + signer.Sign(CheckInPurpose, payload));
    }

    /// <summary>What a link names; anything that we did not sign is <see cref="NotFound"/>.</summary>
    public (Actor Actor, CheckInId CheckIn) Open(string token) =>
        signer.TryOpen(CheckInPurpose, token, out var payload) && payload.Length == 32
            ? (Actor.System(new(new Guid(payload.AsSpan(0, 16)))), new(new Guid(payload.AsSpan(16, 16))))
            : throw new NotFound("page");
}
