using System.Net;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;

namespace Mentorship.Api.Http;

/// <summary>
/// A proxy in front is believed only when <c>Proxy:Trusted</c> names it: addresses or networks, with commas, such as
/// <c>10.0.0.0/8, 192.168.1.4</c>. Then X-Forwarded-For says who calls (rate limits) and X-Forwarded-Proto whether it was https (HSTS,
/// cookies). Without the setting these headers are nothing but input, and are not read. X-Forwarded-Host never is.
/// </summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var trusted = (configuration["Proxy:Trusted"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null; // as many as are named here, and no further
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        });
    }

    public static void UseProxies(this WebApplication app) => app.UseForwardedHeaders();

    private static System.Net.IPNetwork Parse(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new MissingSetting("Proxy:Trusted", "Set Proxy:Trusted to addresses or networks with commas between them, such as 10.0.0.0/8, 192.168.1.4.");
    }
}
