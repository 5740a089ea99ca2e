using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mentorship.Infrastructure.Protection;

internal static class ProtectionRegistration
{
    /// <summary>Registers the vault and its neighbours; without master keys the start ends with <see cref="MissingSetting"/>.</summary>
    public static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration, bool development) =>
        services
            .AddSingleton(_ => MasterKeyFile.Load(configuration, development))
            .AddSingleton<Vault>()
            .AddSingleton<LookupHash>()
            .AddSingleton<LinkSigner>()
            .AddHostedService<KeysAtStart>();

    // Read at the start, not at the first need; and not at registration, as a test host still adds settings after that.
    private sealed class KeysAtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<MasterKeys>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
