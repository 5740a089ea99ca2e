using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Accounts;

public sealed class InvitationAllowanceTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    [Fact]
    public async Task The_sixth_invitation_within_an_hour_to_one_address_does_not_go_and_the_answer_does_not_tell()
    {
        var (invited, community) = (AccountHost.NewAddress(), await SampleCommunity.In(host));
        var answers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var body = new { email = invited, roles = new[] { "mentor" } };
            var answer = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", body);
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        await host.SendMail();
        Assert.Single(answers.Distinct());
        Assert.Equal(5, host.Mail.To(invited).Count);
    }
}
