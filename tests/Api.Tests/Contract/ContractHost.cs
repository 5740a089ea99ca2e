using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Contract;

/// <summary>The service with its documentation open.</summary>
public class ContractHost(string engine = "sqlite", string? connection = null) : ApiHost(engine, connection)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Docs:Open", "true");
    }

    /// <summary>Every endpoint that is mapped, or those of them that <paramref name="carry"/> says, as method and pattern.</summary>
    internal IReadOnlyList<string> Endpoints(Func<EndpointMetadataCollection, bool>? carry = null) => [.. Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => carry?.Invoke(e.Metadata) != false)
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {PatternOf(e)}")).Distinct().Order(StringComparer.Ordinal)];

    private static string PatternOf(RouteEndpoint endpoint) => "/" + Regex.Replace(endpoint.RoutePattern.RawText!, @":[^}]+", "").Trim('/');
}
