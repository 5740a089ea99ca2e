using MediatR;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>
/// The whole service on a database of its own, with a clock that the test moves, jobs that the test runs, and mail and log that it can read.
/// Its hasher is quick, and no network calls too often.
/// </summary>
public class ApiHost(string engine = "sqlite", string? connection = null) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-test-").FullName;

    public TestClock Clock { get; } = new(Instant.FromUtc(2026, 10, 20, 12, 0));

    public MailBox Mail { get; } = new();

    public LogLines Log { get; } = new();

    internal CountingHasher Hasher { get; } = new();

    /// <summary>Does <paramref name="work"/> inside a community, as the service itself.</summary>
    public async Task<T> Inside<T>(CommunityId community, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        return await work(scope.ServiceProvider);
    }

    public async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:Engine", engine);
        builder.UseSetting("ConnectionStrings:Mentorship", connection ?? $"Data Source={Path.Combine(_folder, "test.db")}");
        builder.UseSetting("Protection:MasterKeyFile", MasterKeyFile());
        builder.UseSetting("Mail:Transport", "folder");
        builder.UseSetting("Mail:Folder", Path.Combine(_folder, "mail"));
        builder.UseSetting("Mail:From", "notes@notes.example");
        builder.UseSetting("Site:PublicUrl", "http://localhost/");
        builder.UseSetting("Jobs:Enabled", "false");
        foreach (var limit in (string[])["Sessions", "Accounts", "Links"]) builder.UseSetting($"RateLimits:{limit}:Permits", "100000");
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SteadyTestTime(Clock)));
            services.Replace(ServiceDescriptor.Singleton(Mail.AsTransport()));
            services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<AccountUser>>(Hasher));
            services.AddSingleton<IStartupFilter, SignedInByHeader>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string MasterKeyFile()
    {
        var file = Path.Combine(_folder, "master-keys");
        if (!File.Exists(file)) File.WriteAllText(file, $"test {Convert.ToBase64String(new byte[32])}\n");
        return file;
    }
}
