using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using NodaTime;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// Who is calling: by token under /api, by cookie on pages. Everything needs a signed-in account unless it says otherwise.
/// </summary>
internal static class AccountSchemes
{
    public const string Pages = "Pages";
    private const string ByPath = "ByPath";

    /// <summary>Before <c>AddHttp</c>: its exception handler answers everything that no earlier one has.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, o => o.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Scheme, null)
            .AddCookie(Pages, o => Bake(o, development));
        services.AddSingleton<ITicketStore, SessionTickets>();
        services.AddOptions<CookieAuthenticationOptions>(Pages).Configure<ITicketStore, IClock>((options, tickets, clock) =>
            (options.SessionStore, options.TimeProvider) = (tickets, new ClockTime(clock)));
        services.AddAntiforgery(o =>
        {
            (o.Cookie.Name, o.Cookie.SecurePolicy) = ("form", CookieSecurePolicy.SameAsRequest);
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors none says more
        });
        services.AddAuthorizationBuilder().AddPolicy(Operators.Policy, Operators.Read(configuration).MayPass).SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddExceptionHandler<TooManyAttemptsProblem>();
        return services.AddRateLimits();
    }

    /// <summary>After the exception handler, the status pages and the static files.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseRateLimits();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static string SchemeFor(HttpContext http) => http.Request.Path.StartsWithSegments("/api") ? BearerHandler.Scheme : Pages;

    // Development is http, where a browser takes no cookie with the __Host- prefix (RFC 6265bis, 4.1.3.2).
    private static void Bake(CookieAuthenticationOptions options, bool development)
    {
        options.Cookie.Name = development ? "session" : "__Host-session";
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Sessions.Idle.ToTimeSpan();
        options.SlidingExpiration = true;
        (options.LoginPath, options.LogoutPath, options.AccessDeniedPath) = ("/sign-in", "/sign-out", "/sign-in");
        options.Events.OnRedirectToLogin = AskForLogIn;
    }

    /// <summary>Who sent a form after their session had ended is told that it was not kept, and comes back to its page.</summary>
    private static Task AskForLogIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var unkept = HttpMethods.IsPost(context.Request.Method);
        context.Response.Redirect(unkept ? $"/sign-in?unkept=yes&ReturnUrl={Uri.EscapeDataString(context.Request.Path)}" : context.RedirectUri);
        return Task.CompletedTask;
    }

    private sealed class ClockTime(IClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
    }
}
