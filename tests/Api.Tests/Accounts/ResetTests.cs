using System.Net;
using System.Net.Http.Json;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class ResetTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private const string New = "nine brown bears walk to Riga";
    private readonly string Address = AccountHost.NewAddress();

    [Fact]
    public async Task A_link_changes_the_password_and_ends_every_session()
    {
        await host.Open(Address);
        var before = await host.SignIn(Address);
        await Ask(Address);
        Assert.Equal(HttpStatusCode.NoContent, (await Reset(await host.TokenTo(Address))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(before.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, AccountHost.Password)).StatusCode);
        await host.SignIn(Address, New);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_the_same_rows_and_no_mail()
    {
        await host.Open(Address);
        var (nobody, before) = (AccountHost.NewAddress(), await Waiting());
        var known = await Ask(Address);
        var unknown = await Ask(nobody);
        Assert.Equal(HttpStatusCode.Accepted, known.StatusCode);
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(2, await Waiting() - before);
        await host.SendMail();
        Assert.Single(host.Mail.To(Address));
        Assert.Empty(host.Mail.To(nobody));
        Assert.Equal(0, await Waiting());
    }

    [Fact]
    public async Task A_used_link_voids_itself_and_the_others()
    {
        await host.Open(Address);
        await Ask(Address);
        var first = await host.TokenTo(Address);
        await Ask(Address);
        var second = await host.TokenTo(Address);
        Assert.True((await Reset(second)).IsSuccessStatusCode);
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(second)));
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(first)));
    }

    [Fact]
    public async Task A_link_is_taken_for_an_hour_and_only_to_choose_a_password()
    {
        await host.Open(Address);
        await Ask(Address);
        var token = await host.TokenTo(Address);
        var confirmed = await host.Caller().PostAsJsonAsync("/api/v1/accounts/confirmation", new { token, password = AccountHost.Password });
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(confirmed));
        host.Clock.Advance(Duration.FromHours(1));
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(token)));
    }

    [Fact]
    public async Task A_refused_password_does_not_use_the_link_up()
    {
        await host.Open(Address);
        await Ask(Address);
        var token = await host.TokenTo(Address);
        Assert.Equal("password-too-short", await AccountHost.CodeOf(await Reset(token, "too short")));
        Assert.Equal("password-common", await AccountHost.CodeOf(await Reset(token, Address)));
        Assert.True((await Reset(token)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_sign_in_with_the_old_password_that_was_at_work_meanwhile_brings_tokens_that_are_refused()
    {
        await host.Open(Address);
        await Ask(Address);
        var token = await host.TokenTo(Address);
        host.Hasher.Meanwhile(() => Reset(token).GetAwaiter().GetResult().EnsureSuccessStatusCode());
        var late = await host.SignIn(Address);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(late.AccessToken));
        var refreshed = await host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { late.RefreshToken });
        Assert.Equal("session-ended", await AccountHost.CodeOf(refreshed));
        Assert.Equal(HttpStatusCode.OK, await host.MeWith((await host.SignIn(Address, New)).AccessToken));
    }

    private Task<int> Waiting() => host.Read(db => db.Set<AccountMail>().CountAsync());

    private Task<HttpResponseMessage> Ask(string email) => host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email });

    private Task<HttpResponseMessage> Reset(string token, string password = New) =>
        host.Caller().PostAsJsonAsync("/api/v1/accounts/reset", new { token, password });
}
