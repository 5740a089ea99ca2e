using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class SignInTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private const string Wrong = "not the right words at all";
    private readonly string Address = AccountHost.NewAddress(), Unknown = AccountHost.NewAddress();

    [Fact]
    public async Task Unknown_unconfirmed_and_wrong_are_answered_alike_and_with_the_same_work()
    {
        await host.Open(Address);
        var unconfirmed = new { email = AccountHost.NewAddress(), password = AccountHost.Password, statedAdult = true };
        await host.Caller().PostAsJsonAsync("/api/v1/accounts", unconfirmed);
        var answers = new List<(HttpStatusCode, string, string, int)>();
        var tries = new[] { (Address, Wrong), (Unknown, Wrong), (unconfirmed.email, unconfirmed.password) };
        foreach (var (address, password) in tries)
        {
            var before = host.Hasher.Work;
            var answer = await host.TrySignIn(address, password);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            var headers = string.Join(',', answer.Headers.Select(h => h.Key));
            answers.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync(), headers, host.Hasher.Work - before));
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0].Item1);
        Assert.Equal("sign-in-refused", JsonDocument.Parse(answers[0].Item2).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_access_token_is_taken_for_fifteen_minutes_and_no_character_of_it_can_be_changed()
    {
        await host.Open(Address);
        var tokens = await host.SignIn(Address);
        Assert.Equal(15 * 60, tokens.ExpiresIn);
        for (var i = 0; i < tokens.AccessToken.Length; i += 6) // the first, some between and the last, whose lowest bits carry nothing
        {
            var other = tokens.AccessToken[i] == 'A' ? 'B' : (char)(tokens.AccessToken[i] == 'B' ? 'A' : tokens.AccessToken[i] ^ 1);
            Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(tokens.AccessToken[..i] + other + tokens.AccessToken[(i + 1)..]));
        }
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(tokens.AccessToken));
        host.Clock.Advance(Duration.FromMinutes(15) - Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await host.MeWith(tokens.AccessToken));
        host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(tokens.AccessToken));
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token_and_the_other_way_about()
    {
        await host.Open(Address);
        var tokens = await host.SignIn(Address);
        Assert.Equal(HttpStatusCode.Unauthorized, await host.MeWith(tokens.RefreshToken));
        var refreshed = await host.Caller().PostAsJsonAsync("/api/v1/sessions/refresh", new { refreshToken = tokens.AccessToken });
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
    }

    [Fact]
    public async Task After_five_failures_each_next_try_waits_twice_as_long_up_to_five_minutes()
    {
        await host.Open(Address);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, Wrong)).StatusCode);
        foreach (var wait in new[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300 })
        {
            var tooSoon = await host.TrySignIn(Address, AccountHost.Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, tooSoon.StatusCode);
            Assert.Equal("too-many-requests", await AccountHost.CodeOf(tooSoon));
            Assert.Equal(TimeSpan.FromSeconds(wait), tooSoon.Headers.RetryAfter?.Delta);
            host.Clock.Advance(Duration.FromSeconds(wait));
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, Wrong)).StatusCode);
        }
    }

    [Fact]
    public async Task A_stranger_s_failures_do_not_keep_the_owner_out_from_another_network()
    {
        await host.Open(Address);
        for (var i = 0; i < 6; i++) await host.TrySignIn(Address, Wrong, "198.51.100.7");
        var sameNetwork = await host.TrySignIn(Address, AccountHost.Password, "198.51.100.99");
        Assert.Equal(HttpStatusCode.TooManyRequests, sameNetwork.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.TrySignIn(Address, AccountHost.Password, "198.51.101.7")).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_slowed_down_as_a_known_one_is()
    {
        for (var i = 0; i < 5; i++) await host.TrySignIn(Unknown, Wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.TrySignIn(Unknown, Wrong)).StatusCode);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_of_the_account()
    {
        await host.Open(Address);
        for (var i = 0; i < 4; i++) await host.TrySignIn(Address, Wrong);
        await host.SignIn(Address);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(Address, Wrong)).StatusCode);
    }

    [Fact]
    public async Task Fifty_failures_with_different_addresses_slow_the_network_down()
    {
        for (var i = 0; i < 50; i++) await host.TrySignIn($"guess-{i}@people.example", Wrong, "2001:db8:1:2::1");
        var slowed = await host.TrySignIn("guess-50@people.example", Wrong, "2001:db8:1:2:ffff::9");
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn("guess-50@people.example", Wrong, "2001:db8:1:3::1")).StatusCode);
    }

    [Fact]
    public async Task Who_signed_in_from_a_network_before_does_not_wait_for_what_others_do_there()
    {
        const string Network = "203.0.113.77";
        var (known, unknown) = (await Opened(), await Opened());
        Assert.Equal(HttpStatusCode.OK, (await host.TrySignIn(known, AccountHost.Password, Network)).StatusCode);
        for (var i = 0; i < 51; i++) await host.TrySignIn($"angry-{i}@people.example", Wrong, Network);
        Assert.Equal(HttpStatusCode.OK, (await host.TrySignIn(known, AccountHost.Password, Network)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.TrySignIn(unknown, AccountHost.Password, Network)).StatusCode);
        for (var i = 0; i < 5; i++) await host.TrySignIn(known, Wrong, Network);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.TrySignIn(known, AccountHost.Password, Network)).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_everything_is_refused_with_a_problem()
    {
        var answer = await host.Caller().GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("sign-in-needed", await AccountHost.CodeOf(answer));
        var inside = await host.Caller().GetAsync($"/api/v1/communities/{Guid.NewGuid()}/pairings");
        Assert.Equal(HttpStatusCode.Unauthorized, inside.StatusCode);
    }

    [Fact]
    public async Task Too_many_calls_from_one_network_are_answered_429_whoever_calls()
    {
        using var strict = new AccountHost(new() { ["RateLimits:Sessions:Permits"] = "2", ["RateLimits:Sessions:Seconds"] = "3600" });
        for (var i = 0; i < 2; i++) await strict.TrySignIn($"a{i}@people.example", Wrong);
        var third = await strict.TrySignIn("a3@people.example", Wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("too-many-requests", await AccountHost.CodeOf(third));
        Assert.True(third.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.Unauthorized, (await strict.TrySignIn("a4@people.example", Wrong, "203.0.113.1")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await strict.Caller().GetAsync("/api/v1/me")).StatusCode); // not limited
    }

    private async Task<string> Opened()
    {
        var address = AccountHost.NewAddress();
        await host.Open(address);
        return address;
    }
}
