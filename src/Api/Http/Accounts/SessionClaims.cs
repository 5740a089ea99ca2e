using System.Security.Claims;
using Mentorship.Api.Features.Accounts;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Http.Accounts;

/// <summary>What a signed-in request carries: the account's id and the session's, and nothing about the person.</summary>
internal static class SessionClaims
{
    private const string Session = "session", Stamp = "stamp";

    public static ClaimsPrincipal Principal(SignedIn signedIn, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, signedIn.Account.ToString()), new(Session, signedIn.Session.ToString())], scheme));

    /// <summary>Of somebody who has no session yet; it goes to <see cref="SessionTickets"/> and no further.</summary>
    public static ClaimsPrincipal Principal(CheckedPassword password, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, password.Account.ToString()), new(Stamp, password.Stamp)], scheme));

    public static string StampOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Stamp) ?? throw new InvalidOperationException("Nobody's password was checked.");

    public static Guid SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : default;
}
