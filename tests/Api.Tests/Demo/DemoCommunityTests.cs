using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Demo;
using Mentorship.Api.Hosting;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Imports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Demo;

public sealed class DemoCommunityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-test-").FullName;
    private readonly AccountHost _host = new();

    [Fact]
    public async Task A_spreadsheet_that_cannot_be_brought_ends_the_start_with_its_line_and_not_with_an_empty_demonstration()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "mentors.csv"), Samples.MentorSheet(["time_zone", "Neverland"]));
        await File.WriteAllTextAsync(Path.Combine(_folder, "newcomers.csv"), Samples.NewcomerSheet([[]]));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new DemoCommunity(_host.Services).Fill(_folder));
        Assert.Contains("line 2, time_zone", failure.Message);
    }

    [Fact]
    public async Task It_is_filled_from_the_samples_and_its_three_log_ins_open_a_pair_that_fits()
    {
        var samples = Path.Combine(LocalFolders.Root, "samples", "community");
        _host.Clock.MoveTo(Instant.FromUtc(2026, 12, 1, 12, 0)); // after every date in them
        var logIns = await new DemoCommunity(_host.Services).Fill(samples);
        var newcomer = await SignIn(logIns.NewcomerEmail);
        var (mentor, coordinator) = (await SignIn(logIns.MentorEmail), await SignIn(DemoCommunity.CoordinatorEmail));
        var community = $"/api/v1/communities/{logIns.Community}";

        var request = (await Read(newcomer, $"{community}/requests/mine")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var best = (await Read(coordinator, $"{community}/requests/{request}/candidates")).GetProperty("candidates")[0];
        Assert.Equal((await Read(mentor, $"{community}/members/me")).GetProperty("id").GetGuid(), best.GetProperty("mentorId").GetGuid());
        Assert.Empty(best.GetProperty("overridable").EnumerateArray());

        Assert.Equal(logIns, await new DemoCommunity(_host.Services).Fill(samples)); // the next start finds it there
        Assert.Equal(3, await _host.Read(db => db.Users.CountAsync()));
    }

    [Fact]
    public void Its_start_says_in_ten_lines_where_everything_is_and_who_can_sign_in()
    {
        var logIns = new DemoLogIns(new(Guid.NewGuid()), "newcomer@people.example", "mentor@people.example");
        var lines = DemoStart.Lines("http://localhost:5080", _folder, logIns).Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.All(
            [logIns.Community.ToString(), logIns.NewcomerEmail, logIns.MentorEmail, DemoCommunity.CoordinatorEmail, DemoCommunity.Password, _folder],
            said => Assert.Contains(lines, line => line.Contains(said, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_start_in_Production_has_no_member_and_no_log_in_even_where_the_samples_are_at_hand_and_the_switch_is_on()
    {
        using var host = new ProductionHost();
        Assert.True((await host.Caller().GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.Equal(0, await host.Read(db => db.Communities.CountAsync()));
        Assert.Equal(0, await host.Read(db => db.Members.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(0, await host.Read(db => db.Users.CountAsync()));
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> SignIn(string email) =>
        _host.Caller(token: (await _host.SignIn(email, DemoCommunity.Password)).AccessToken);

    private static Task<JsonElement> Read(HttpClient caller, string path) => caller.GetFromJsonAsync<JsonElement>(path);

    private sealed class ProductionHost() : AccountHost(new() { ["Demo:Enabled"] = "true" })
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Production");
        }
    }
}
