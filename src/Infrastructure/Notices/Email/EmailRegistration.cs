using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Infrastructure.Notices.Email;

internal static class EmailRegistration
{
    /// <summary>Registers <see cref="IEmailTransport"/>; throws <see cref="MissingSetting"/> when the settings do not allow a start.</summary>
    internal static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        var settings = MailSettings.Read(configuration, development);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        return services.AddSingleton(provider => Transport(settings, provider.GetRequiredService<IClock>()));
    }

    private static IEmailTransport Transport(MailSettings settings, IClock clock) => settings.Smtp is { } smtp
        ? new SmtpTransport(smtp, settings.Sender, clock)
        : new FolderTransport(settings.Folder, settings.Sender, clock);
}
