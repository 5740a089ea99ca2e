using System.Security.Claims;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Http.Accounts;

/// <summary>What a signed-in request carries: the account's id and the session's, and nothing about the person.</summary>
internal static class SessionClaims
{
    private const string Session = "session";

    public static ClaimsPrincipal Principal(SignedIn signedIn, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, signedIn.Account.ToString()), new(Session, signedIn.Session.ToString())], scheme));

    public static Guid SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : default;
}
