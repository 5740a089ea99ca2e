using Mentorship.Domain.Notices;
using Mentorship.Infrastructure;

namespace Mentorship.Api.Features.Notices;

/// <summary>Where people reach the service, from <c>Site:PublicUrl</c>: http or https, ends with a slash, and every link of a mail begins with it.</summary>
internal sealed record PublicSite(Uri Url)
{
    private const string Setting = "Site:PublicUrl";

    /// <summary>Throws <see cref="MissingSetting"/> for anything that no link can begin with, or that would tell a stranger what it is about.</summary>
    public static PublicSite Read(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration[Setting], UriKind.Absolute, out var url) || !CanBegin(url))
            throw new MissingSetting(Setting, $"Set {Setting} to the address at which people reach the service, such as https://notes.example.org/ with the slash.");
        if (TellingWords.FindIn(url.AbsoluteUri) is [var word, ..])
            throw new MissingSetting(Setting, $"Set {Setting} to something neutral: \"{word}\" tells a stranger what the links are about.");
        return new PublicSite(url);
    }

    // A bare path is an absolute file:// address on Unix.
    private static bool CanBegin(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.AbsoluteUri.EndsWith('/') && url is { UserInfo: "", Query: "", Fragment: "" };
}
