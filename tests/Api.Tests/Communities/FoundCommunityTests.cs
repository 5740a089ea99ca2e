using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Communities;
using Mentorship.Api.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Communities;

public sealed class FoundCommunityTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_founded_community_has_one_coordinator_with_sealed_contact_and_no_account_yet()
    {
        var id = await host.Send(new FoundCommunity(" Harbour ", "Europe/Lisbon", "marker-founder@people.example"));
        var (community, members) = await host.Inside(id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            return (await db.Communities.SingleAsync(c => c.Id == id), await db.Members.ToListAsync());
        });
        Assert.Equal(("Harbour", "Europe/Lisbon"), (community.Name, community.ZoneId));
        var coordinator = Assert.Single(members);
        Assert.Equal(Roles.Coordinator, coordinator.Roles);
        Assert.Null(coordinator.AccountId);
        Assert.NotNull(coordinator.Contact.Email);
        Assert.NotNull(coordinator.EmailHash);
        Assert.DoesNotContain(host.Log.All, line => line.Contains("marker-founder"));
    }

    [Fact]
    public async Task The_invited_coordinator_takes_the_community_over_and_names_themselves()
    {
        var id = await host.Send(new FoundCommunity("Meadow", "Europe/Lisbon", "marker-first@people.example"));
        await host.Send(new SendAccountMail());
        var link = host.Mail.LinkTo("marker-first@people.example");
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Test-Account", Guid.NewGuid().ToString());
        var accepted = await client.PostAsJsonAsync("/api/v1/invitations/acceptance", new { token = link[(link.LastIndexOf('/') + 1)..] });
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());

        var myself = await client.GetFromJsonAsync<JsonElement>($"/api/v1/communities/{id}/members/me");
        Assert.Equal("""["coordinator"]""", myself.GetProperty("roles").GetRawText());
        Assert.True(myself.GetProperty("adultStated").GetBoolean());
        var seen = await client.GetFromJsonAsync<JsonElement>($"/api/v1/communities/{id}");
        Assert.Equal(72, seen.GetProperty("policy").GetProperty("answerWindowHours").GetInt32());
    }

    [Fact]
    public async Task The_command_line_founds_a_community_or_says_what_is_missing()
    {
        Assert.True(OperatorCommands.Has(["found-community", "--name", "Hill"]));
        Assert.True(OperatorCommands.Has(["rotate-keys"]));
        Assert.False(OperatorCommands.Has([]));
        Assert.False(OperatorCommands.Has(["--name", "found-community"]));
        string[] whole = ["--name", "Hill", "--zone", "America/St_Johns", "--coordinator-email", "marker-hill@people.example"];
        Assert.Equal(0, await host.Services.RunCommand("found-community", Options(whole)));
        Assert.Equal(64, await host.Services.RunCommand("found-community", Options([.. whole, "--zone", "Nowhere"])));
        Assert.Equal(64, await host.Services.RunCommand("found-community", Options(whole[..4])));
    }

    private static IConfiguration Options(params string[] options) =>
        new ConfigurationBuilder().AddCommandLine(["found-community", .. options]).Build();
}
