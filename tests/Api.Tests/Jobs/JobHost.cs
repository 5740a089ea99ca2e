using MediatR;
using Mentorship.Api.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>A host with nothing in it but one job engine, its timetable and the command of the tests.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly IHost host;

    private JobHost(IHost host) => this.host = host;

    public static async Task<JobHost> Start(string name, Effects effects, Action<IServiceCollection> addEngine)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton(effects).AddSingleton(new HostName(name));
        builder.Services.AddScoped<ServiceFactory>(p => p.GetService!).AddScoped<IMediator, Mediator>();
        builder.Services.AddTransient<IRequestHandler<Act, Unit>, ActHandler>();
        addEngine(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new JobHost(host);
    }

    public async Task<HealthReportEntry> Health() => (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["jobs"];

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
