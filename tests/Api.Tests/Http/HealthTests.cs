using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

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
        Assert.Equal("""{"database":"unhealthy","backlog":"healthy","channels":"healthy"}""", problem.GetProperty("checks").GetRawText());
    }

    [Fact]
    public async Task Jobs_that_limp_are_said_and_the_service_still_takes_calls()
    {
        await using var limping = _host.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
            s.AddHealthChecks().AddCheck("jobs", () => HealthCheckResult.Degraded("SendNotices failed 3 times in a row"))));
        var answer = await limping.CreateClient().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"degraded","checks":{"database":"healthy","backlog":"healthy","channels":"healthy","jobs":"degraded"}}""", await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _host.Dispose();

    private async Task<JsonElement> Get(string path) => await _host.CreateClient().GetFromJsonAsync<JsonElement>(path);

    private static Task<JsonElement> Problem(HttpResponseMessage answer) => answer.Problem(HttpStatusCode.ServiceUnavailable, "not-ready");
}
