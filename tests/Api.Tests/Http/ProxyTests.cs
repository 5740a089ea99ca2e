using System.Net;
using Mentorship.Api.Http;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, "10.1.2.3", false)]
    [InlineData("10.0.0.0/8, 192.168.1.4", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8, 192.168.1.4", "192.168.1.4", true)]
    [InlineData("10.0.0.0/8, 192.168.1.4", "192.168.1.5", false)]
    public async Task Only_a_proxy_that_is_named_is_believed(string? trusted, string caller, bool believed)
    {
        using var host = new ApiHost();
        await using var behind = host.WithWebHostBuilder(b => b.UseSetting("Proxy:Trusted", trusted)
            .ConfigureTestServices(s => s.AddSingleton<IStartupFilter>(new CallsFrom(IPAddress.Parse(caller)))));
        var request = new HttpRequestMessage(HttpMethod.Get, "http://notes.example/help") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.9" } } };
        Assert.Equal(believed, (await behind.CreateClient().SendAsync(request)).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void A_setting_that_names_no_network_ends_the_start_with_a_sentence()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Proxy:Trusted", "the-proxy")]).Build();
        Assert.Throws<MissingSetting>(() => new ServiceCollection().AddProxies(settings));
    }

    private sealed class CallsFrom(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = address;
                return following(context);
            });
            next(app);
        };
    }
}
