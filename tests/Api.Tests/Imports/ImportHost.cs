using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Api.Tests.Imports;

/// <summary>The whole service on a SQLite file of its own, with one community and its coordinator, at noon on 2 November 2026.</summary>
internal sealed class ImportHost : WebApplicationFactory<Program>
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"imports-{Guid.NewGuid():N}.db");

    private CommunityId community;

    public static async Task<ImportHost> Start()
    {
        var host = new ImportHost();
        using var scope = host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<MentorshipDb>().Database.EnsureCreatedAsync();
        var place = new Community("Here", "Europe/Berlin");
        host.community = place.Id;
        await host.Join(place, Roles.Coordinator, Guid.Parse("00000000-0000-0000-0000-000000000001"));
        await host.Join(null, Roles.Newcomer, Guid.Parse("00000000-0000-0000-0000-000000000002"));
        return host;
    }

    public Task<ImportAnswer> Mentors(string csv, string query = "?dryRun=false") => Send("mentors", Encoding.UTF8.GetBytes(csv), query);

    public Task<ImportAnswer> Newcomers(string csv, string query = "?dryRun=false") => Send("newcomers", Encoding.UTF8.GetBytes(csv), query);

    public Task<ImportAnswer> Send(string which, byte[] body, string query = "?dryRun=false", string type = "text/csv")
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Send(which, content, query);
    }

    public async Task<ImportAnswer> Send(string which, HttpContent content, string query = "?dryRun=false")
    {
        var answer = await As(1).PostAsync($"{Path_}/{which}{query}", content);
        return await ImportAnswer.Of(answer);
    }

    public string Path_ => $"/api/v1/communities/{community}/imports";

    /// <summary>A client of the coordinator (1) or of a newcomer (2).</summary>
    public HttpClient As(int account)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("X-Account", $"00000000-0000-0000-0000-{account:D12}");
        return client;
    }

    /// <summary>Looks at, or changes, what is stored.</summary>
    public async Task<T> In<T>(Func<MentorshipDb, Task<T>> look)
    {
        using var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Mentorship", $"Data Source={file};Pooling=False");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IClock>(new StoppedClock()));
            services.Replace(ServiceDescriptor.Scoped<IVault, PlainVault>());
            services.AddSingleton<IStartupFilter, SignedIn>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        File.Delete(file);
    }

    private Task<int> Join(Community? place, Roles roles, Guid account) => In(async db =>
    {
        if (place is not null) db.Add(place);
        db.Add(new AccountUser { Id = account, UserName = account.ToString() });
        var member = new Member(community, "C. C.", roles, new Profile(), Now);
        member.Link(new AccountId(account));
        db.Add(member);
        return await db.SaveChangesAsync();
    });

    private sealed class StoppedClock : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }

    private sealed class SignedIn : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (http.Request.Headers["X-Account"].ToString() is { Length: > 0 } account)
                    http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account)], "test"));
                return go(http);
            });
            next(app);
        };
    }
}

/// <summary>Status and body of an import's answer.</summary>
internal sealed record ImportAnswer(int Status, string Text, JsonElement Body)
{
    public string Counts => string.Join(' ', new[] { "rows", "added", "changed", "unchanged", "skipped" }.Select(name => Body.GetProperty(name).GetInt32()));

    /// <summary>line:column:code of each error.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Body.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("line")}:{e.GetProperty("column")}:{e.GetProperty("code")}")];

    public static async Task<ImportAnswer> Of(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, text, JsonSerializer.Deserialize<JsonElement>(text));
    }
}
