using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

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

    [Fact]
    public async Task What_strangers_ask_for_an_address_takes_nothing_from_an_invitation_to_it_nor_from_another_community_s()
    {
        var invited = AccountHost.NewAddress();
        for (var i = 0; i < 6; i++) await host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email = invited });
        for (var i = 0; i < 2; i++)
        {
            var community = await SampleCommunity.In(host);
            await community.Coordinator.Post($"{community.Path}/invitations", new { email = invited, roles = new[] { "mentor" } }).Is(HttpStatusCode.Accepted);
        }
        await host.SendMail();
        Assert.Equal(2, host.Mail.To(invited).Count); // to nobody's account no reset goes
        Assert.StartsWith("/i/", host.Mail.LinkTo(invited));
    }

    [Fact]
    public async Task What_strangers_ask_for_an_address_takes_nothing_from_a_member_who_moves_to_it()
    {
        var (own, community) = (AccountHost.NewAddress(), await SampleCommunity.In(host));
        var member = await community.Newcomer();
        for (var i = 0; i < 6; i++) await host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email = own });
        await member.Put($"{community.Path}/members/me/contact", new { email = own }).Is(HttpStatusCode.NoContent);
        await host.SendMail();
        Assert.StartsWith("/address/", host.Mail.LinkTo(own));
    }
}
