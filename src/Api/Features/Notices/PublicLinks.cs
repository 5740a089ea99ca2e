using Mentorship.Api.Features.Texts;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// The addresses that notices hold, signed. A check-in's link names its occurrence, which decides when it ends; a stop link names the
/// recipient and never ends, because mails are kept for years; one that says "I'm fine" names the silence, which decides too.
/// </summary>
internal sealed class PublicLinks(LinkSigner signer, PublicSite site)
{
    private const string CheckInPurpose = "check-in", StopPurpose = "stop", FinePurpose = "fine", CalendarPurpose = "calendar", TextPurpose = "text";

    public Uri For(Notice notice) => notice.Kind switch
    {
        NoticeKind.HelloUnlessFine => Link("f", FinePurpose, notice.CommunityId, notice.Subject),
        var kind when kind.AsksForAnswer() => ToCheckIn(notice.CommunityId, new CheckInId(notice.Subject)),
        _ => new Uri(site.Url, "notes"), // with one's own log-in
    };

    public Uri ToCheckIn(CommunityId community, CheckInId checkIn) => Link("c", CheckInPurpose, community, checkIn.Value);

    /// <summary>Stops e-mail to a member: on a POST alone (RFC 8058, section 3.1), which needs nothing but the address.</summary>
    public Uri ToStop(CommunityId community, MemberId member) => Link("n", StopPurpose, community, member.Value);

    /// <summary>A member's calendar; it is theirs to revoke.</summary>
    public Uri ToCalendar(CommunityId community, Guid feed) => new(Link("d", CalendarPurpose, community, feed).AbsoluteUri + ".ics");

    /// <summary>Which calendar a link names, under the same rule.</summary>
    public (Actor Actor, Guid Feed) OpenCalendar(string token) => Open(CalendarPurpose, token);

    /// <summary>Where the gateway says what became of a text. It sees the address, which names a notice and nobody.</summary>
    public Uri ToText(CommunityId community, NoticeId notice) => Link(TextsEndpoints.Path, TextPurpose, community, notice.Value);

    /// <summary>Of which text the gateway speaks; null for anything that we did not sign.</summary>
    public (Actor Actor, NoticeId Notice)? TextOf(string token) =>
        TryOpen(TextPurpose, token) is { Actor: var actor, Id: var id } ? (actor, new(id)) : null;

    /// <summary>What a link names; anything that we did not sign is <see cref="NotFound"/>.</summary>
    public (Actor Actor, CheckInId CheckIn) Open(string token)
    {
        var (actor, id) = Open(CheckInPurpose, token);
        return (actor, new(id));
    }

    /// <summary>Whom a stop link names, under the same rule.</summary>
    public (Actor Actor, MemberId Member) OpenStop(string token)
    {
        var (actor, id) = Open(StopPurpose, token);
        return (actor, new(id));
    }

    /// <summary>Of whose silence somebody says "I'm fine", under the same rule.</summary>
    public (Actor Actor, SilenceId Silence) OpenFine(string token)
    {
        var (actor, id) = Open(FinePurpose, token);
        return (actor, new(id));
    }

    private Uri Link(string path, string purpose, CommunityId community, Guid id)
    {
        Span<byte> payload = stackalloc byte[32];
        community.Value.TryWriteBytes(payload);
        id.TryWriteBytes(payload[16..]);
        return new Uri(site.Url, $"{path}/{signer.Sign(purpose, payload)}");
    }

    private (Actor Actor, Guid Id) Open(string purpose, string token) => TryOpen(purpose, token) ?? throw new NotFound("page");

    private (Actor Actor, Guid Id)? TryOpen(string purpose, string token) =>
        signer.TryOpen(purpose, token, out var payload) && payload.Length == 32
            ? (Actor.System(new(new Guid(payload.AsSpan(0, 16)))), new Guid(payload.AsSpan(16, 16))) : null;
}
