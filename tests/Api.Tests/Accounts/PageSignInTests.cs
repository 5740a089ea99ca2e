using System.Net;
using Mentorship.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class PageSignInTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private readonly string Address = AccountHost.NewAddress();
    private const string Page = "/some/page"; // there is none: 404 means that the caller was let through

    [Fact]
    public async Task A_page_leads_to_the_sign_in_and_with_the_cookie_it_does_not()
    {
        var stranger = await host.Caller().GetAsync(Page);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith("/sign-in", stranger.Headers.Location!.PathAndQuery);
        var (client, cookie) = await SignedIn();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Page)).StatusCode);
        Assert.StartsWith("__Host-session=", cookie);
        foreach (var part in new[] { "path=/", "secure", "samesite=lax", "httponly" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_sets_no_cookie()
    {
        await host.Open(Address);
        var answer = await host.Caller().GetAsync($"/test/sign-in?email={Address}&password=not-the-right-words");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_cookie_is_refused_as_soon_as_its_session_has_ended_and_by_the_api_always()
    {
        var (client, _) = await SignedIn();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/me")).StatusCode);
        await host.Read(db => db.Set<Session>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, host.Clock.Now)));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task A_cookie_for_a_password_that_was_changed_while_it_was_tried_opens_no_page()
    {
        host.Hasher.Meanwhile(() => host.Read(db => db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.SecurityStamp, "another")))
            .GetAwaiter().GetResult());
        var (client, _) = await SignedIn();
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        var (client, cookie) = await SignedIn();
        await client.GetAsync("/test/sign-out");
        var copied = host.Caller();
        copied.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.Redirect, (await copied.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task A_page_s_session_is_extended_by_use_up_to_thirty_days()
    {
        var (client, _) = await SignedIn();
        for (var day = 8; day <= 24; day += 8)
        {
            host.Clock.Advance(Duration.FromDays(8));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Page)).StatusCode);
        }
        host.Clock.Advance(Duration.FromDays(6));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task A_page_s_session_ends_after_fourteen_days_without_use()
    {
        var (client, _) = await SignedIn();
        host.Clock.Advance(Duration.FromDays(14));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Data_protection_s_keys_are_in_the_database_and_sealed()
    {
        await SignedIn();
        var keys = await host.Read(db => db.Set<DataProtectionKey>().Select(k => k.Xml).ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys, xml => Assert.Contains("<sealed", xml));
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey", xml));
    }

    private async Task<(HttpClient Client, string Cookie)> SignedIn()
    {
        await host.Open(Address);
        var client = host.Caller();
        var password = Uri.EscapeDataString(AccountHost.Password);
        var answer = await client.GetAsync($"/test/sign-in?email={Address}&password={password}");
        return (client, Assert.Single(answer.Headers.GetValues("Set-Cookie")));
    }
}
