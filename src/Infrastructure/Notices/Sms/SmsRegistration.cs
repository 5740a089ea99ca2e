using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Notices.Sms;

internal static class SmsRegistration
{
    /// <summary>Registers <see cref="ISmsGateway"/>; the settings are read when it is first asked for, so a start asks for it.</summary>
    internal static IServiceCollection AddSms(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ISmsGateway>(_ =>
            SmsSettings.Read(configuration) is { } settings ? new TwilioGateway(settings) : new NoGateway());
}
