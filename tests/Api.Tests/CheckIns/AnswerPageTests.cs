using System.Net;
using Mentorship.Api.Hosting;
using Mentorship.Api.Tests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.CheckIns;

public sealed class AnswerPageTests : IDisposable
{
    private const string Question = "q.week";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_text_as_long_as_the_page_lets_one_write_is_kept_whatever_its_line_breaks()
    {
        var (pair, link) = await Linked();
        var written = string.Concat(Enumerable.Repeat(new string('a', 398) + "\r\n", 10)) + new string('a', 10);

        var answer = await Post(link, new() { [Question] = written });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var kept = Assert.Single((await pair.CheckIn()).GetProperty("answers").EnumerateArray()).GetProperty("text").GetString();
        Assert.Equal(written.ReplaceLineEndings("\n"), kept);
    }

    [Fact]
    public async Task What_was_filled_in_and_refused_is_still_there()
    {
        var (_, link) = await Linked();
        var answer = await Post(link, new() { ["q.today"] = "good", [Question] = "Typed & kept " + new string('a', 4000) });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Typed &amp; kept aaa", page);
        Assert.Contains("value=\"good\" checked", page);
        Assert.DoesNotContain("value=\"hard\" checked", page);
    }

    [Fact]
    public async Task A_link_ends_with_the_time_to_answer_and_a_form_that_was_open_since_before_says_so()
    {
        var (pair, link) = await Linked();
        Assert.Contains("How are you?", await _host.CreateClient().GetStringAsync(link));
        await pair.LapseAfterGrace();

        Assert.Contains("This note is closed", await _host.CreateClient().GetStringAsync(link));
        var late = await Post(link, new() { ["q.today"] = "good" });

        Assert.Contains("This note is closed", await late.Content.ReadAsStringAsync());
        Assert.Equal("missed", await pair.State());
    }

    [Fact]
    public async Task A_link_is_closed_the_moment_after_its_time_though_nothing_has_looked_at_it_yet()
    {
        var (pair, link) = await Linked();
        var by = InstantPattern.ExtendedIso.Parse((await pair.CheckIn()).GetProperty("answerBy").GetString()!).Value;
        _host.Clock.MoveTo(by);
        Assert.Contains("How are you?", await _host.CreateClient().GetStringAsync(link));
        _host.Clock.Advance(Duration.FromSeconds(1));

        Assert.Contains("This note is closed", await _host.CreateClient().GetStringAsync(link));
        Assert.Contains("This note is closed", await (await Post(link, new() { ["q.today"] = "good" })).Content.ReadAsStringAsync());
        Assert.Equal("sent", await pair.State());
    }

    [Theory]
    [InlineData(3), InlineData(40)]
    public async Task A_link_that_was_cut_off_says_so_and_does_not_say_that_it_was_answered(int left)
    {
        var (_, link) = await Linked();
        var answer = await _host.CreateClient().GetAsync(link[..("/c/".Length + left)]);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("address may be cut off", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void No_page_sends_anybody_to_an_app_or_to_settings_which_are_not_there()
    {
        var pages = Directory.GetFiles(Path.Combine(LocalFolders.Root, "src", "Api", "Pages"), "*.cshtml", SearchOption.AllDirectories);
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotMatch(@"\b(app|apps|settings)\b", File.ReadAllText(page)));
    }

    public void Dispose() => _host.Dispose();

    private async Task<(IntroducedPair Pair, string Link)> Linked()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        return (pair, _host.Mail.LinkTo(pair.Newcomer.Email));
    }

    private Task<HttpResponseMessage> Post(string link, Dictionary<string, string> fields) =>
        _host.CreateClient().PostAsync(link, new FormUrlEncodedContent(fields));
}
