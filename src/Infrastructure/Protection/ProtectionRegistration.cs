using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Protection;

internal static class ProtectionRegistration
{
    /// <summary>
    /// Registers the vault and its neighbours. The keys are read when they are first asked for, as a test host still adds settings after
    /// this; without them that is a <see cref="MissingSetting"/>, so a start asks for them before it does anything else.
    /// </summary>
    public static IServiceCollection AddProtection(this IServiceCollection services, IConfiguration configuration, bool development) =>
        services
            .AddSingleton(_ => MasterKeyFile.Load(configuration, development))
            .AddSingleton<Vault>()
            .AddSingleton<LookupHash>()
            .AddSingleton<LinkSigner>();
}
