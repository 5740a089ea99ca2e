using System.Threading.RateLimiting;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Notices.Sms;
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
        .AddNotices(configuration, development)
        .AddScoped<AddressMove>()
        .AddScoped<Closures>()
        .AddScoped<CallForContact>()
        .AddSingleton<Backlog>()
        .AddSingleton<FruitlessLooks>();

    private static readonly string[] Switches = ["Demo:Enabled", "Docs:Open", "Jobs:Dashboard", "Jobs:Enabled"];

    /// <summary>
    /// What was not looked at while registering, because a host that is being set up may still add settings: <see cref="MissingSetting"/>
    /// before the database is made, and not at the first mail.
    /// </summary>
    public static void RequireSettings(this IServiceProvider services)
    {
        services.GetRequiredService<MasterKeys>();
        services.GetRequiredService<PublicSite>();
        services.GetRequiredService<ISmsGateway>();
        services.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        foreach (var setting in Switches) services.GetRequiredService<IConfiguration>().Switch(setting, otherwise: false);
    }
}
