using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class SessionTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private readonly string Address = AccountHost.NewAddress();

    [Fact]
    public async Task A_refresh_gives_new_tokens_and_ends_the_old_ones()
    {
        var first = await SignedIn();
        var second = await Refreshed(first);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(first.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(second.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await host.MeWith((await Refreshed(second)).AccessToken));
    }

    [Fact]
    public async Task Using_a_refresh_token_again_ends_its_whole_family_and_no_other()
    {
        var stolen = await SignedIn();
        var elsewhere = await host.SignIn(Address);
        var current = await Refreshed(await Refreshed(stolen));
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(current.AccessToken));

        var reused = await Refresh(stolen.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, reused.StatusCode);
        Assert.Equal("session-ended", await AccountHost.CodeOf(reused));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(current.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(current.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(elsewhere.AccessToken));
    }

    [Fact]
    public async Task Of_two_refreshes_at_the_same_moment_at_most_one_is_given_tokens_and_the_family_ends()
    {
        var tokens = await SignedIn();
        var answers = await Task.WhenAll(Refresh(tokens.RefreshToken), Refresh(tokens.RefreshToken));
        Assert.InRange(answers.Count(a => a.IsSuccessStatusCode), 0, 1);
        foreach (var given in answers.Where(a => a.IsSuccessStatusCode))
            Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith((await given.Content.ReadFromJsonAsync<Tokens>())!.AccessToken));
    }

    [Fact]
    public async Task Signing_out_refuses_at_once_on_this_device_only()
    {
        var (here, there) = (await SignedIn(), await host.SignIn(Address));
        var answer = await host.Caller(token: here.AccessToken).DeleteAsync("/api/v1/sessions/current");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(here.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(here.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(there.AccessToken));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_the_account_and_of_no_other()
    {
        var (here, there) = (await SignedIn(), await host.SignIn(Address));
        var stranger = AccountHost.NewAddress();
        await host.Open(stranger);
        var other = await host.SignIn(stranger);
        Assert.Equal(HttpStatusCode.NoContent, (await host.Caller(token: here.AccessToken).DeleteAsync("/api/v1/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(here.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(there.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(there.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(other.AccessToken));
    }

    [Fact]
    public async Task A_device_unused_for_fourteen_days_has_to_sign_in_again()
    {
        var tokens = await SignedIn();
        host.Clock.Advance(Duration.FromDays(14));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(tokens.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task After_thirty_days_every_device_has_to_however_it_was_used()
    {
        var tokens = await SignedIn();
        for (var day = 0; day < 29; day++)
        {
            host.Clock.Advance(Duration.FromDays(1));
            tokens = await Refreshed(tokens);
        }
        Assert.Equal(24 * 60 * 60, tokens.RefreshExpiresIn);
        host.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(tokens.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_and_nothing_else_is()
    {
        var account = (await host.Open(Address)).Value;
        await host.SignIn(Address);
        host.Clock.Advance(Duration.FromDays(10));
        var tokens = await host.SignIn(Address);
        await host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email = Address });
        host.Clock.Advance(Duration.FromDays(4) + Duration.FromSeconds(1));
        await host.Send(new ForgetExpired());
        Assert.Equal(1, await host.Read(db => db.Set<Session>().CountAsync(s => s.AccountId == account)));
        Assert.Equal(0, await host.Read(db => db.Set<AccountToken>().CountAsync()));
        Assert.Equal(0, await host.Read(db => db.Set<AccountMail>().CountAsync()));
        Assert.True((await Refresh(tokens.RefreshToken)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("ääääääääääääääääääääääääääääääääääääääääääã")]
    public async Task What_was_never_a_token_is_refused_as_any_other(string? token) =>
        Assert.Equal("session-ended", await AccountHost.CodeOf(await Refresh(token)));

    private async Task<Tokens> SignedIn()
    {
        await host.Open(Address);
        return await host.SignIn(Address);
    }

    private async Task<Tokens> Refreshed(Tokens tokens)
    {
        var answer = await Refresh(tokens.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Tokens>())!;
    }

    private Task<HttpResponseMessage> Refresh(string? refreshToken) =>
        host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { refreshToken });
}
