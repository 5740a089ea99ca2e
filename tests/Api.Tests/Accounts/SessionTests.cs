using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Features.Accounts;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class SessionTests : IDisposable
{
    private const string Address = "someone@people.example";
    private readonly AccountHost _host = new();

    [Fact]
    public async Task A_refresh_gives_new_tokens_and_ends_the_old_ones()
    {
        var first = await SignedIn();
        var second = await Refreshed(first);
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(first.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(second.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith((await Refreshed(second)).AccessToken));
    }

    [Fact]
    public async Task Using_a_refresh_token_again_ends_its_whole_family_and_no_other()
    {
        var stolen = await SignedIn();
        var elsewhere = await _host.SignIn(Address);
        var current = await Refreshed(await Refreshed(stolen));
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(current.AccessToken));

        var reused = await Refresh(stolen.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, reused.StatusCode);
        Assert.Equal("session-ended", await AccountHost.CodeOf(reused));
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(current.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(current.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(elsewhere.AccessToken));
    }

    [Fact]
    public async Task Of_two_refreshes_at_the_same_moment_at_most_one_is_given_tokens_and_the_family_ends()
    {
        var tokens = await SignedIn();
        var answers = await Task.WhenAll(Refresh(tokens.RefreshToken), Refresh(tokens.RefreshToken));
        Assert.InRange(answers.Count(a => a.IsSuccessStatusCode), 0, 1);
        foreach (var given in answers.Where(a => a.IsSuccessStatusCode))
            Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith((await given.Content.ReadFromJsonAsync<Tokens>())!.AccessToken));
    }

    [Fact]
    public async Task Signing_out_refuses_at_once_on_this_device_only()
    {
        var (here, there) = (await SignedIn(), await _host.SignIn(Address));
        var answer = await _host.Caller(token: here.AccessToken).DeleteAsync("/api/v1/sessions/current");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(here.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(here.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(there.AccessToken));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_the_account_and_of_no_other()
    {
        var (here, there) = (await SignedIn(), await _host.SignIn(Address));
        await _host.Open("other@people.example");
        var other = await _host.SignIn("other@people.example");
        Assert.Equal(HttpStatusCode.NoContent, (await _host.Caller(token: here.AccessToken).DeleteAsync("/api/v1/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(here.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, await _host.MeWith(there.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(there.RefreshToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await _host.MeWith(other.AccessToken));
    }

    [Fact]
    public async Task A_device_unused_for_fourteen_days_has_to_sign_in_again()
    {
        var tokens = await SignedIn();
        _host.Clock.Advance(Duration.FromDays(14));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(tokens.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task After_thirty_days_every_device_has_to_however_it_was_used()
    {
        var tokens = await SignedIn();
        for (var day = 0; day < 29; day++)
        {
            _host.Clock.Advance(Duration.FromDays(1));
            tokens = await Refreshed(tokens);
        }
        Assert.Equal(24 * 60 * 60, tokens.RefreshExpiresIn);
        _host.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Refresh(tokens.RefreshToken)).StatusCode);
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_and_nothing_else_is()
    {
        await SignedIn();
        _host.Clock.Advance(Duration.FromDays(10));
        var tokens = await _host.SignIn(Address);
        await _host.Caller().PostAsJsonAsync("/api/v1/accounts/reset-request", new { email = Address });
        _host.Clock.Advance(Duration.FromDays(4) + Duration.FromSeconds(1));
        await _host.Send(new ForgetExpired());
        Assert.Equal(1, await _host.Read(db => db.Set<Session>().CountAsync()));
        Assert.Equal(0, await _host.Read(db => db.Set<AccountToken>().CountAsync()));
        Assert.Equal(0, await _host.Read(db => db.Set<AccountMail>().CountAsync()));
        Assert.True((await Refresh(tokens.RefreshToken)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("ääääääääääääääääääääääääääääääääääääääääääã")]
    public async Task What_was_never_a_token_is_refused_as_any_other(string? token) =>
        Assert.Equal("session-ended", await AccountHost.CodeOf(await Refresh(token)));

    public void Dispose() => _host.Dispose();

    private async Task<Tokens> SignedIn()
    {
        await _host.Open(Address);
        return await _host.SignIn(Address);
    }

    private async Task<Tokens> Refreshed(Tokens tokens)
    {
        var answer = await Refresh(tokens.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Tokens>())!;
    }

    private Task<HttpResponseMessage> Refresh(string? refreshToken) =>
        _host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { refreshToken });
}
