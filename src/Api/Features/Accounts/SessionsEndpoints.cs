using System.Security.Claims;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.Accounts;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Mentorship.Api.Features.Accounts;

internal static class SessionsEndpoints
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Sessions");
        sessions.MapPost("/", Begin).Does<SignIn>().WithSummary("Sign in")
            .AllowAnonymous().ProducesProblem(StatusCodes.Status401Unauthorized);
        sessions.MapPost("/refresh", Refresh).Does<RefreshSession>().WithSummary("New tokens for a refresh token, which works once")
            .AllowAnonymous().ProducesProblem(StatusCodes.Status401Unauthorized);
        sessions.MapDelete("/current", End).Does<SignOut>().WithSummary("Sign out");
        sessions.MapDelete("/", EndAll).Does<SignOutEverywhere>().WithSummary("Sign out on every device");
    }

    private static async Task<Results<Ok<TokensView>, ProblemHttpResult>> Begin(
        IMediator mediator, HttpContext http, IClock clock, SignInBody body, CancellationToken cancellation)
    {
        var tokens = await mediator.Send(new SignIn(body.Email, body.Password, CallerNetwork.Of(http)), cancellation);
        return tokens is null
            ? Refused(http, "sign-in-refused", "The address and the password do not go together.")
            : Given(tokens, clock);
    }

    private static async Task<Results<Ok<TokensView>, ProblemHttpResult>> Refresh(
        IMediator mediator, HttpContext http, IClock clock, RefreshBody body, CancellationToken cancellation)
    {
        var tokens = await mediator.Send(new RefreshSession(body.RefreshToken), cancellation);
        return tokens is null ? Refused(http, "session-ended", "This session has ended. Sign in again.") : Given(tokens, clock);
    }

    private static async Task<NoContent> End(ClaimsPrincipal user, IMediator mediator, CancellationToken cancellation)
    {
        await mediator.Send(new SignOut(SessionClaims.SessionOf(user)), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndAll(ClaimsPrincipal user, IMediator mediator, CancellationToken cancellation)
    {
        await mediator.Send(new SignOutEverywhere(CurrentMember.AccountOf(user)), cancellation);
        return TypedResults.NoContent();
    }

    private static Ok<TokensView> Given(SessionTokens tokens, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        return TypedResults.Ok(new TokensView(
            tokens.Access, (int)(tokens.AccessEndsAt - now).TotalSeconds, tokens.Refresh, (int)(tokens.RefreshEndsAt - now).TotalSeconds));
    }

    private static ProblemHttpResult Refused(HttpContext http, string code, string sentence)
    {
        http.Response.Headers.WWWAuthenticate = BearerHandler.Scheme;
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        return TypedResults.Problem(sentence, statusCode: StatusCodes.Status401Unauthorized, extensions: extensions);
    }

    /// <param name="Email">Your address.</param>
    /// <param name="Password">Your password.</param>
    public sealed record SignInBody(string? Email, string? Password);

    /// <param name="RefreshToken">The latest refresh token of this device.</param>
    public sealed record RefreshBody(string? RefreshToken);

    /// <param name="AccessToken">Send it as <c>Authorization: Bearer …</c>.</param>
    /// <param name="ExpiresIn">Seconds that the access token holds.</param>
    /// <param name="RefreshToken">Works once; using it twice ends the session.</param>
    /// <param name="RefreshExpiresIn">Seconds that the refresh token holds.</param>
    public sealed record TokensView(string AccessToken, int ExpiresIn, string RefreshToken, int RefreshExpiresIn);
}
