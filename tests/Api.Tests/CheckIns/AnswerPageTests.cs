using System.Net;
using Mentorship.Api.Tests.Hosting;

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
