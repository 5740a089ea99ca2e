using System.Net;
using System.Net.Http.Json;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class ResetTests : IDisposable
{
    private const string Address = "someone@people.example", New = "nine brown bears walk to Riga";
    private readonly AccountHost _host = new();

    [Fact]
    public async Task A_link_changes_the_password_and_ends_every_session()
    {
        await _host.Open(Address);
        var before = await _host.SignIn(Address);
        await Ask(Address);
        Assert.Equal(HttpStatusCode.NoContent, (await Reset(await _host.TokenTo(Address))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(before.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.TrySignIn(Address, AccountHost.Password)).StatusCode);
        await _host.SignIn(Address, New);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_the_same_rows_and_no_mail()
    {
        await _host.Open(Address);
        var known = await Ask(Address);
        var unknown = await Ask("unknown@people.example");
        Assert.Equal(HttpStatusCode.Accepted, known.StatusCode);
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await known.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Equal(2, await _host.Read(db => db.Set<AccountMail>().CountAsync()));
        await _host.SendMail();
        Assert.Single(_host.Mail.To(Address));
        Assert.Empty(_host.Mail.To("unknown@people.example"));
        Assert.Equal(0, await _host.Read(db => db.Set<AccountMail>().CountAsync()));
    }

    [Fact]
    public async Task A_used_link_voids_itself_and_the_others()
    {
        await _host.Open(Address);
        await Ask(Address);
        var first = await _host.TokenTo(Address);
        await Ask(Address);
        var second = await _host.TokenTo(Address);
        Assert.True((await Reset(second)).IsSuccessStatusCode);
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(second)));
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(first)));
    }

    [Fact]
    public async Task A_link_is_taken_for_an_hour_and_only_to_choose_a_password()
    {
        await _host.Open(Address);
        await Ask(Address);
        var token = await _host.TokenTo(Address);
        var confirmed = await _host.Caller().PostAsJsonAsync("/api/v1/accounts/confirmation", new { token });
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(confirmed));
        _host.Clock.Advance(Duration.FromHours(1));
        Assert.Equal("link-not-valid", await AccountHost.CodeOf(await Reset(token)));
    }

    [Fact]
    public async Task A_refused_password_does_not_use_the_link_up()
    {
        await _host.Open(Address);
        await Ask(Address);
        var token = await _host.TokenTo(Address);
        Assert.Equal("password-too-short", await AccountHost.CodeOf(await Reset(token, "too short")));
        Assert.Equal("password-common", await AccountHost.CodeOf(await Reset(token, "someone@people.example")));
        Assert.True((await Reset(token)).IsSuccessStatusCode);
    }

    public void Dispose() => _host.Dispose();

    private Task<HttpResponseMessage> Ask(string email) => _host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email });

    private Task<HttpResponseMessage> Reset(string token, string password = New) =>
        _host.Caller().PostAsJsonAsync("/api/v1/accounts/reset", new { token, password });
}
