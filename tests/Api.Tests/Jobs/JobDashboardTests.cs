#if STACK_SQLSERVER
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Hangfire;
using Hangfire.InMemory;
using Mentorship.Api.Jobs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class JobDashboardTests
{
    [Theory]
    [InlineData("Production", true, "operator", HttpStatusCode.OK)]
    [InlineData("Production", true, "member", HttpStatusCode.NotFound)]
    [InlineData("Production", true, null, HttpStatusCode.NotFound)]
    [InlineData("Production", false, "operator", HttpStatusCode.NotFound)]
    [InlineData("Development", false, "operator", HttpStatusCode.OK)]
    [InlineData("Development", false, "member", HttpStatusCode.Forbidden)]
    [InlineData("Development", false, null, HttpStatusCode.Unauthorized)]
    public async Task Only_the_operator_is_let_in(string environment, bool opened, string? role, HttpStatusCode expected)
    {
        await using var app = await Start(environment, opened);
        var client = app.GetTestClient();
        if (role is not null) client.DefaultRequestHeaders.Add("Role", role);

        Assert.Equal(expected, (await client.GetAsync("/operations/jobs")).StatusCode);
        Assert.Equal(expected, (await client.GetAsync("/operations/jobs/recurring")).StatusCode);
    }

    private static async Task<WebApplication> Start(string environment, bool opened)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Configuration["Jobs:Dashboard"] = opened.ToString();
        builder.Services.AddSingleton<IClock>(NodaTime.SystemClock.Instance);
        builder.Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddSingleton<JobStorage>(new InMemoryStorage());
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, RoleInHeader>("header", null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("operator", p => p.RequireRole("operator"))
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddJobs(builder.Configuration, new Timetable([]));
        var app = builder.Build();
        app.MapJobs();
        await app.StartAsync();
        return app;
    }

    private sealed class RoleInHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["Role"].ToString() is { Length: > 0 } role
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, role)], "header")), "header"))
                : AuthenticateResult.NoResult());
    }
}
#endif
