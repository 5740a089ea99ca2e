using Mentorship.Api.Features.Texts;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Notices.Webhook;

namespace Mentorship.Api.Features.Notices;

internal static class NoticesSetup
{
    /// <summary>The ways by which notices leave; each channel has a folder in Infrastructure/Notices too.</summary>
    public static IServiceCollection AddNotices(
        this IServiceCollection services, IConfiguration configuration, bool development) => services
        .AddMetrics()
        .AddSingleton<Channels>()
        .AddSingleton(Random.Shared) // the jitter of what is tried again
        .AddSingleton(_ => PublicSite.Read(configuration))
        .AddSingleton<PublicLinks>()
        .AddSms(configuration)
        .AddWebhooks(development)
        .AddScoped<RefusedCalls>()
        .AddScoped<INoticeWay, ByEmail>()
        .AddScoped<INoticeWay, BySms>()
        .AddScoped<TextDoor>();
}
