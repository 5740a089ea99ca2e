using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Contract;

/// <summary>The service with its documentation open, a quick hasher and no limits of rate.</summary>
public class ContractHost(string engine = "sqlite", string? connection = null) : ApiHost(engine, connection)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Docs:Open", "true").UseSetting("RateLimits:Sessions:Permits", "100000").UseSetting("RateLimits:Accounts:Permits", "100000");
        builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<AccountUser>, CountingHasher>());
    }

    /// <summary>Every endpoint that is mapped, as method and pattern.</summary>
    internal IReadOnlyList<string> Endpoints() => [.. Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {PatternOf(e)}")).Distinct().Order(StringComparer.Ordinal)];

    private static string PatternOf(RouteEndpoint endpoint) => "/" + Regex.Replace(endpoint.RoutePattern.RawText!, @":[^}]+", "").Trim('/');
}
