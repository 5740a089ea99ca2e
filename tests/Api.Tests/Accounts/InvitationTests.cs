using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class InvitationTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private readonly string Invited = AccountHost.NewAddress(), Own = AccountHost.NewAddress(), Second = AccountHost.NewAddress();

    [Fact]
    public async Task Somebody_new_joins_with_the_roles_under_the_name_they_choose_whatever_their_account_s_address()
    {
        var (community, token) = await AnInvitation(["mentor", "newcomer"]);
        var me = await Member(Own);
        var accepted = await Accept(me, token, "Kim");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);

        var membership = (await me.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("memberships")[0];
        Assert.Equal(community.Id.Value, membership.GetProperty("communityId").GetGuid());
        Assert.Equal("Riverside", membership.GetProperty("community").GetString());
        Assert.Equal("Kim", membership.GetProperty("displayName").GetString());
        Assert.Equal(["newcomer", "mentor"], membership.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        var address = await host.Inside(community.Id, async services =>
        {
            var member = await services.GetRequiredService<MentorshipDb>().Members.SingleAsync(m => m.DisplayName == "Kim");
            var vault = services.GetRequiredService<IVault>();
            return await vault.Open(member.Id, ContactDetails.EmailPlace, member.Id.Value, member.Contact.Email!.Value, default);
        });
        Assert.Equal(Own, address);
    }

    [Fact]
    public async Task A_member_from_a_list_gets_the_account_and_keeps_name_and_history()
    {
        var community = await SampleCommunity.In(host);
        var listed = await Listed(community, "Robin");
        var token = await Invite(community, new { email = Invited, roles = new[] { "mentor" }, memberId = listed.Value });
        var me = await Member(Own);
        var accepted = await (await Accept(me, token)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(listed.Value, accepted.GetProperty("memberId").GetGuid());
        Assert.Equal("Robin", accepted.GetProperty("displayName").GetString());
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync($"{community.Path}/pairings")).StatusCode);

        var again = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations",
            new { email = Invited, roles = new[] { "mentor" }, memberId = listed.Value });
        Assert.Equal("member-has-account", await AccountHost.CodeOf(again));
    }

    [Fact]
    public async Task Somebody_whose_own_address_is_on_the_list_becomes_that_member()
    {
        var community = await SampleCommunity.In(host);
        var listed = await Listed(community, "Robin", Own);
        var token = await Invite(community, new { email = Invited, roles = new[] { "newcomer" } });
        var accepted = await (await Accept(await Member(Own), token, "Another name")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(listed.Value, accepted.GetProperty("memberId").GetGuid());
        Assert.Equal("Robin", accepted.GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task An_invitation_is_taken_once()
    {
        var (_, token) = await AnInvitation(["newcomer"]);
        var (first, second) = (await Member(Own), await Member(Second));
        Assert.Equal(HttpStatusCode.OK, (await Accept(first, token, "Kim")).StatusCode);
        foreach (var late in new[] { second, first })
        {
            var answer = await Accept(late, token, "Lou");
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("invitation-used", await AccountHost.CodeOf(answer));
        }
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_gets_it()
    {
        var (_, token) = await AnInvitation(["newcomer"]);
        var (first, second) = (await Member(Own), await Member(Second));
        var answers = await Task.WhenAll(Accept(first, token, "Kim"), Accept(second, token, "Lou"));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Equal("invitation-used", await AccountHost.CodeOf(answers.Single(a => !a.IsSuccessStatusCode)));
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.Conflict)]
    public async Task An_invitation_holds_for_fourteen_days(int secondsAfter, HttpStatusCode expected)
    {
        var (_, token) = await AnInvitation(["newcomer"]);
        host.Clock.Advance(Duration.FromDays(14) + Duration.FromSeconds(secondsAfter));
        Assert.Equal(expected, (await Accept(await Member(Own), token, "Kim")).StatusCode);
    }

    [Fact]
    public async Task One_that_has_ended_is_deleted_and_one_that_is_open_is_kept_in_every_community()
    {
        var (_, ended) = await AnInvitation(["newcomer"]);
        host.Clock.Advance(Invitation.Life);
        var (_, open) = await AnInvitation(["newcomer"]);
        host.Clock.Advance(Duration.FromSeconds(1));
        await host.Send(new ForgetExpired());
        var me = await Member(Own);
        Assert.Equal(HttpStatusCode.NotFound, (await Accept(me, ended, "Kim")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Accept(me, open, "Kim")).StatusCode);
    }

    [Fact]
    public async Task An_invitation_that_was_refused_for_want_of_a_name_is_not_used_up()
    {
        var (_, token) = await AnInvitation(["newcomer"]);
        var me = await Member(Own);
        Assert.Equal("display-name-needed", await AccountHost.CodeOf(await Accept(me, token, " ")));
        Assert.Equal(HttpStatusCode.OK, (await Accept(me, token, "Kim")).StatusCode);
    }

    [Fact]
    public async Task An_account_can_be_in_two_communities_and_sees_each_only_from_inside()
    {
        var (one, firstToken) = await AnInvitation(["newcomer"]);
        var (two, secondToken) = await AnInvitation(["coordinator"]);
        var me = await Member(Own);
        await Accept(me, firstToken, "Kim");
        Assert.Equal(HttpStatusCode.NotFound, (await me.GetAsync($"{two.Path}/pairings")).StatusCode);
        await Accept(me, secondToken, "Kim of two");
        var memberships = (await me.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("memberships").EnumerateArray().ToList();
        Assert.Equal(new[] { one.Id.Value, two.Id.Value }.Order(), memberships.Select(m => m.GetProperty("communityId").GetGuid()).Order());
        Assert.Equal(HttpStatusCode.OK, (await me.GetAsync($"{two.Path}/pairings/for-review")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await me.GetAsync($"{one.Path}/pairings/for-review")).StatusCode);
    }

    [Fact]
    public async Task A_second_invitation_adds_its_roles_to_the_member_who_is_there()
    {
        var (community, token) = await AnInvitation(["newcomer"]);
        var me = await Member(Own);
        await Accept(me, token, "Kim");
        var second = await Invite(community, new { email = Invited, roles = new[] { "coordinator" } });
        var accepted = await (await Accept(me, second)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["newcomer", "coordinator"], accepted.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Only_coordinators_invite_and_only_with_roles_that_there_are()
    {
        var community = await SampleCommunity.In(host);
        var body = new { email = Invited, roles = new[] { "mentor" } };
        var newcomer = await community.Newcomer();
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.Http.PostAsJsonAsync($"{community.Path}/invitations", body)).StatusCode);
        var stranger = await Member(Own);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsJsonAsync($"{community.Path}/invitations", body)).StatusCode);
        var owner = new { email = Invited, roles = new[] { "owner" } };
        var unknown = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", owner);
        Assert.Equal("role-unknown", await AccountHost.CodeOf(unknown));
    }

    [Fact]
    public async Task A_token_that_was_never_given_is_not_found_and_nobody_joins_without_an_account()
    {
        var (_, token) = await AnInvitation(["newcomer"]);
        var other = token[..^1] + (token[^1] == 'A' ? 'E' : 'A');
        Assert.Equal(HttpStatusCode.NotFound, (await Accept(await Member(Own), other, "Kim")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Accept(host.Caller(), token, "Kim")).StatusCode);
    }

    [Fact]
    public async Task The_mail_and_its_link_tell_a_stranger_nothing()
    {
        await AnInvitation(["mentor"]);
        var mail = host.Mail.All.Last(m => m.To == Invited);
        Assert.StartsWith("/i/", host.Mail.LinkTo(Invited));
        Assert.Empty(TellingWords.FindIn(mail.Subject + "\n" + mail.Body));
        Assert.DoesNotContain("Riverside", mail.Body);
    }

    private async Task<(SampleCommunity Community, string Token)> AnInvitation(string[] roles)
    {
        var community = await SampleCommunity.In(host);
        return (community, await Invite(community, new { email = Invited, roles }));
    }

    private async Task<string> Invite(SampleCommunity community, object body)
    {
        var answer = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await host.TokenTo(Invited);
    }

    private async Task<HttpClient> Member(string email)
    {
        await host.Open(email);
        return host.Caller(token: (await host.SignIn(email)).AccessToken);
    }

    private Task<MemberId> Listed(SampleCommunity community, string name, string? email = null) =>
        host.Inside(community.Id, async services =>
        {
            var member = new Member(community.Id, name, Roles.Newcomer, new Profile(), host.Clock.Now);
            var vault = services.GetRequiredService<IVault>();
            if (email is not null) member.Reach(ContactDetails.None, vault.HashOfEmail(community.Id, email));
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(member);
            await db.SaveChangesAsync();
            return member.Id;
        });

    private static Task<HttpResponseMessage> Accept(HttpClient client, string token, string? displayName = null) =>
        client.PostAsJsonAsync("/api/v1/invitations/acceptance", new { token, displayName });
}
