using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>The pages that the account mails lead to, as a person with a browser goes through them.</summary>
public sealed partial class AccountPageTests(SharedAccounts host) : IClassFixture<SharedAccounts>
{
    private const string Words = "nine brown bears walk to Riga";
    private readonly string _address = AccountHost.NewAddress();

    [Fact]
    public async Task Somebody_who_was_invited_opens_an_account_confirms_it_signs_in_and_joins()
    {
        var (community, invitation) = await AnInvitation();
        var browser = ABrowser();
        Assert.Contains("Riverside invites you", (await browser.Open(invitation)).Page);
        Assert.DoesNotContain("<form", browser.Page);
        Assert.Contains("href=\"/sign-up\"", browser.Page);

        await browser.Open("/sign-up");
        await browser.Send("/sign-up", ("email", _address), ("password", Words), ("adult", "yes"));
        Assert.Contains("a note is on its way", browser.Page);
        await host.SendMail();
        var confirmation = host.Mail.LinkTo(_address);
        Assert.StartsWith("/confirm/", confirmation);
        await browser.Open(confirmation);
        Assert.Contains("not the password that was chosen with this link", (await browser.Send(confirmation, ("password", "a stranger chose this one"))).Page);
        Assert.Contains("name=\"password\"", browser.Page);
        Assert.DoesNotContain("a stranger chose", browser.Page);
        Assert.Contains("your account is open", (await browser.Send(confirmation, ("password", Words))).Page);

        var signIn = SignInLink().Match((await browser.Open(invitation)).Page).Groups[1].Value;
        await browser.Open(signIn);
        await browser.Send(signIn, ("email", _address), ("password", Words));
        Assert.Equal((HttpStatusCode.Redirect, invitation), (browser.Status, browser.Location!.ToString()));
        await browser.Open(invitation);
        Assert.Contains("your surname", browser.Page);
        await browser.Send(invitation, ("name", ""));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("Choose the name", browser.Page);
        Assert.Contains("Kim", (await browser.Send(invitation, ("name", "Kim"))).Page);
        Assert.True(await host.Inside(community.Id, s => IsThere(s, "Kim")));
        Assert.Contains("This invitation is closed", (await browser.Open(invitation)).Page);
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_for_mail_scanners_open_links()
    {
        await host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email = _address, password = Words, statedAdult = true });
        var link = "/confirm/" + await host.TokenTo(_address);
        for (var scanner = 0; scanner < 3; scanner++) Assert.Equal(HttpStatusCode.OK, (await ABrowser().Open(link)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.TrySignIn(_address, Words)).StatusCode);
        await ABrowser().Send(link, ("password", Words));
        await host.SignIn(_address, Words);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link()
    {
        await host.Open(_address);
        var browser = await ABrowser().Open("/password");
        Assert.Contains("a note with a link", (await browser.Send("/password", ("email", _address))).Page);
        var unknown = await (await ABrowser().Open("/password")).Send("/password", ("email", AccountHost.NewAddress()));
        Assert.Equal(browser.Page, unknown.Page);

        await host.SendMail();
        var link = host.Mail.LinkTo(_address);
        await browser.Open(link);
        await browser.Send(link, ("password", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("role=\"alert\"", browser.Page);
        Assert.DoesNotContain("value=\"short\"", browser.Page);
        Assert.Contains("Your new password is set", (await browser.Send(link, ("password", Words))).Page);
        await host.SignIn(_address, Words);
    }

    [Fact]
    public async Task A_link_that_was_used_or_is_too_old_or_was_never_given_is_answered_kindly_and_says_what_to_do()
    {
        await host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email = _address, password = Words, statedAdult = true });
        var link = "/confirm/" + await host.TokenTo(_address);
        host.Clock.Advance(Duration.FromHours(25));
        foreach (var (path, next) in new[] { (link, "/sign-up"), ("/confirm/none", "/sign-up"), ("/password/none", "/password") })
        {
            var browser = await (await ABrowser().Open(path)).Send(path, ("password", Words));
            Assert.Equal(HttpStatusCode.Conflict, browser.Status);
            Assert.Contains("role=\"alert\"", browser.Page);
            Assert.Contains($"href=\"{next}\"", browser.Page);
        }
        var closed = await ABrowser().Open("/i/none");
        Assert.Equal(HttpStatusCode.NotFound, closed.Status);
        Assert.Contains("whoever invited you can send a new one", closed.Page);
    }

    [Fact]
    public async Task Signing_in_is_refused_alike_for_a_wrong_password_and_an_unknown_address_and_slowed_down()
    {
        await host.Open(_address);
        var wrong = await TrySignIn(ABrowser("198.51.100.1"), _address, "not the right words at all");
        var unknown = await TrySignIn(ABrowser("198.51.100.1"), AccountHost.NewAddress(), "not the right words at all");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.Status, unknown.Status));
        Assert.Contains("do not go together", wrong.Page);
        Assert.DoesNotContain(_address, wrong.Page);
        for (var i = 0; i < 6; i++) await TrySignIn(ABrowser("198.51.100.1"), _address, "not the right words at all");
        var slowed = await TrySignIn(ABrowser("198.51.100.1"), _address, AccountHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.Status);
        Assert.Contains("too many tries", slowed.Page);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/notes")]
    [InlineData("//elsewhere.example/", "/notes")]
    [InlineData("/help", "/help")]
    public async Task After_signing_in_one_goes_on_to_a_page_of_ours_and_nowhere_else(string wanted, string expected)
    {
        await host.Open(_address);
        var path = $"/sign-in?returnUrl={Uri.EscapeDataString(wanted)}";
        var browser = await ABrowser().Open(path);
        await browser.Send(path, ("email", _address), ("password", AccountHost.Password));
        Assert.Equal((HttpStatusCode.Redirect, expected), (browser.Status, browser.Location!.ToString()));
        Assert.Contains("You are signed in", (await browser.Open("/sign-in")).Page);
        await browser.Send("/sign-in?handler=Out");
        Assert.Contains("<h1>Sign in</h1>", (await browser.Open("/sign-in")).Page);
    }

    [Fact]
    public async Task Where_a_cookie_says_who_it_is_another_site_s_form_is_refused()
    {
        await host.Open(_address);
        var (_, invitation) = await AnInvitation();
        var browser = await TrySignIn(ABrowser(), _address, AccountHost.Password);
        await browser.Open("/help"); // a page without a form: nothing to send along
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(invitation, ("name", "Kim"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send("/sign-in", ("email", _address), ("password", AccountHost.Password))).Status);
        Assert.Contains("invites you", (await browser.Open(invitation)).Page);
    }

    [Theory]
    [InlineData("/confirm/none"), InlineData("/address/none"), InlineData("/password"), InlineData("/password/none"), InlineData("/i/none"), InlineData("/sign-in"), InlineData("/sign-up")]
    public async Task Every_page_can_be_read_aloud_has_the_lines_to_call_and_runs_no_script(string path)
    {
        var page = (await ABrowser().Open(path)).Page;
        Assert.Contains("<html lang=\"en\">", page);
        Assert.Matches("<title>[^<]+</title>", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain("<script", page);
        var inputs = Regex.Matches(page, "<input (?![^>]*(hidden|checkbox))[^>]*>").Select(m => Regex.Match(m.Value, "id=\"([^\"]+)\"").Groups[1].Value);
        Assert.All(inputs, id => Assert.Contains($"<label for=\"{id}\">", page));
        Assert.All(Regex.Matches(page, "<form [^>]*>").Select(m => m.Value), form => Assert.Contains("method=\"post\"", form)); // nothing typed in an address
    }

    private Browser ABrowser(string network = "192.0.2.1") => new(host.Caller(network));

    private static async Task<Browser> TrySignIn(Browser browser, string email, string password)
    {
        await browser.Open("/sign-in");
        return await browser.Send("/sign-in", ("email", email), ("password", password));
    }

    private async Task<(SampleCommunity Community, string Link)> AnInvitation()
    {
        var (community, invited) = (await SampleCommunity.In(host), AccountHost.NewAddress());
        await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/invitations", new { email = invited, roles = new[] { "newcomer" } });
        return (community, "/i/" + await host.TokenTo(invited));
    }

    private static Task<bool> IsThere(IServiceProvider services, string name) =>
        ((Infrastructure.Persistence.MentorshipDb)services.GetService(typeof(Infrastructure.Persistence.MentorshipDb))!).Members.AnyAsync(m => m.DisplayName == name);

    [GeneratedRegex("""href="(/sign-in\?returnUrl=[^"]+)""")]
    private static partial Regex SignInLink();
}
