using System.Text.Encodings.Web;
using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// RFC 6750 with our own opaque tokens: looked up by an indexed query at most once a second, so that a token is refused within a second
/// of its session's end.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var signedIn = await sessions.Find(header[(Scheme.Length + 1)..].Trim(), Context.RequestAborted);
        return signedIn is null
            ? AuthenticateResult.Fail("No session has this token.")
            : AuthenticateResult.Success(new AuthenticationTicket(SessionClaims.Principal(signedIn, Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Scheme;
        return base.HandleChallengeAsync(properties);
    }
}
