using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Protection;
using NodaTime;

namespace Mentorship.Api.Hosting;

internal static class MentorshipSetup
{
    /// <summary>Everything but the doors: what the service, its tour and its jobs share.</summary>
    public static IServiceCollection AddMentorship(this IServiceCollection services, IConfiguration configuration, bool development) => services
        .AddSingleton<IClock>(SystemClock.Instance)
        .AddPersistence(configuration)
        .AddProtection(configuration, development)
        .AddAccountStores()
        .AddEmail(configuration, development)
        .AddUseCases()
        .AddPublicLinks(configuration);
}
