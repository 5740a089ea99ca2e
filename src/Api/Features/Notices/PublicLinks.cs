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

/// <summary>Where people reach the service, from <c>Site:PublicUrl</c>; ends with a slash.</summary>
internal sealed record PublicSite(Uri Url);

internal static class PublicLinksSetup
{
    /// <summary><c>Site:PublicUrl</c> is where links in notices lead; without it the start ends.</summary>
    public static IServiceCollection AddPublicLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => Uri.TryCreate(configuration["Site:PublicUrl"], UriKind.Absolute, out var url) && url.AbsolutePath.EndsWith('/')
            ? new PublicSite(url)
            : throw new Infrastructure.MissingSetting("Site:PublicUrl", "Set Site:PublicUrl to the address at which people reach the service, such as https://notes.example.org/ with the slash."));
        return services.AddSingleton<PublicLinks>();
    }
}
