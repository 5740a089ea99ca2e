using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Notices.Webhook;

internal static class WebhookRegistration
{
    internal static IServiceCollection AddWebhooks(this IServiceCollection services, bool development) => services
        .AddSingleton(_ => new WebhookCaller(anywhere: development))
        .AddScoped<WebhookSecrets>();
}
