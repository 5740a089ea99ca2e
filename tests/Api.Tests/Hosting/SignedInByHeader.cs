using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>Signs a request in as the account that its header names, for tests that are not about signing in.</summary>
internal sealed class SignedInByHeader : IStartupFilter
{
    public const string Header = "X-Test-Account";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (context.Request.Headers.TryGetValue(Header, out var account))
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString())], "test"));
            return following(context);
        });
        next(app);
    };
}
