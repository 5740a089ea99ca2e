using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Inbox;

/// <summary>The page where the private address of one's calendar is made and ended.</summary>
public sealed class OwnCalendarPageTests : IDisposable
{
    private const string Calendar = "/calendar", Make = "/calendar?handler=Make", End = "/calendar?handler=End";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task An_address_is_made_shown_once_made_anew_and_ended()
    {
        var pair = await IntroducedPair.In(_host);
        var (browser, stranger) = (await Browser.Of(pair.Newcomer, _host).Open(Calendar), _host.CreateClient());
        Assert.Contains("There is none.", browser.Page);

        var first = Address(await browser.Send(Make, ("community", pair.Community.Id.ToString())));
        Assert.Contains("A note is waiting", await stranger.GetStringAsync(first));
        Assert.DoesNotContain(".ics", (await browser.Open(Calendar)).Page);

        var second = Address(await browser.Send(Make, ("community", pair.Community.Id.ToString())));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(first)).StatusCode);
        Assert.Contains("leads nowhere now", (await browser.Send(End, ("community", pair.Community.Id.ToString()))).Page);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(second)).StatusCode);
        Assert.Contains("There is none.", browser.Page);
    }

    [Fact]
    public async Task It_is_made_by_its_own_form_alone_and_in_no_community_of_others()
    {
        var (pair, other) = (await IntroducedPair.In(_host), await SampleCommunity.In(_host));
        var browser = await Browser.Of(pair.Newcomer, _host).Open($"{Make}&community={pair.Community.Id}");
        Assert.Contains("There is none.", browser.Page);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(Make, ("community", other.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await browser.Open(Calendar)).Send(Calendar)).Status);

        await browser.Open("/help"); // a page without a form: there is no hidden token to send along
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(Make, ("community", pair.Community.Id.ToString()))).Status);
        Assert.Contains("There is none.", (await browser.Open(Calendar)).Page);
    }

    public void Dispose() => _host.Dispose();

    private static string Address(Browser browser) => new Uri(Regex.Match(browser.Page, "<code>(http[^<]+\\.ics)</code>").Groups[1].Value).AbsolutePath;
}
