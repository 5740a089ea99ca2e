using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Tests.Http;

public sealed class HealthTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_service_whose_database_answers_is_live_and_ready()
    {
        Assert.Equal("healthy", (await Get("/health/live")).GetProperty("status").GetString());
        Assert.Equal("healthy", (await Get("/health/ready")).GetProperty("checks").GetProperty("database").GetString());
    }

    [Fact]
    public async Task Without_its_tables_it_is_live_and_not_ready_and_says_no_more_than_that()
    {
        await using (var scope = _host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MentorshipDb>().Database.EnsureDeletedAsync();
        Assert.Equal("healthy", (await Get("/health/live")).GetProperty("status").GetString());
        var problem = await Problem(await _host.CreateClient().GetAsync("/health/ready"));
        Assert.Equal("""{"database":"unhealthy","backlog":"healthy","channels":"healthy","clock":"healthy"}""", problem.GetProperty("checks").GetRawText());
    }

    [Fact]
    public async Task Jobs_that_limp_are_said_and_the_service_still_takes_calls()
    {
        await using var limping = _host.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
            s.AddHealthChecks().AddCheck("jobs", () => HealthCheckResult.Degraded("SendNotices failed 3 times in a row"))));
        var answer = await limping.CreateClient().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"degraded","checks":{"database":"healthy","backlog":"healthy","channels":"healthy","clock":"healthy","jobs":"degraded"}}""", await answer.Content.ReadAsStringAsync());
    }

    [PostgreSqlFact]
    public async Task A_host_whose_clock_is_not_the_database_s_is_said_to_be_so()
    {
        await using var host = await EngineHost.On(Engine.PostgreSql);
        Assert.Equal("degraded", await Clock(host.Api)); // the clock of a test stands in October
        foreach (var (ahead, word) in new[] { (3, "healthy"), (-60, "degraded"), (60, "degraded") })
        {
            host.Api.Clock.MoveTo(SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(ahead)); // the server's is real
            Assert.Equal(word, await Clock(host.Api));
        }
    }

    public void Dispose() => _host.Dispose();

    private static async Task<string?> Clock(WebApplicationFactory<Program> host) => (await host.CreateClient()
        .GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("checks").GetProperty("clock").GetString();

    private async Task<JsonElement> Get(string path) => await _host.CreateClient().GetFromJsonAsync<JsonElement>(path);

    private static Task<JsonElement> Problem(HttpResponseMessage answer) => answer.Problem(HttpStatusCode.ServiceUnavailable, "not-ready");
}
