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
        return settings.Smtp is { } smtp
            ? services.AddSingleton<IEmailTransport>(_ => new SmtpTransport(smtp, settings.Sender))
            : services.AddSingleton<IEmailTransport>(provider =>
                new FolderTransport(settings.Folder, settings.Sender, provider.GetRequiredService<IClock>()));
    }
}
