using System.Text;
using Mentorship.Api.Hosting;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>A mail that the relay took and could not deliver: the mail server pipes its report into <c>take-bounce</c>.</summary>
public sealed class MailReturnedTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_check_in_whose_mail_came_back_is_excused_and_can_be_answered_all_the_same()
    {
        var pair = await Sent();
        Assert.Equal(0, await Bounce(LastId));
        Assert.Equal(("excused", "out-of-reach"), (await pair.State(), await pair.ExcusedBecause()));
        await pair.LapseAfterGrace();
        Assert.Equal("excused", await pair.State());
        await pair.Answer(new { question = "contact", choice = "fine" });
        Assert.Equal("answered", await pair.State());
    }

    [Fact]
    public async Task A_miss_is_none_once_its_mail_has_come_back()
    {
        var pair = await Sent();
        var mail = LastId;
        await pair.LapseAfterGrace();
        Assert.Equal("missed", await pair.State());
        await Bounce(mail);
        Assert.Equal(("excused", "out-of-reach"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Fact]
    public async Task What_is_answered_stays_answered()
    {
        var pair = await Sent();
        await pair.Answer(new { question = "contact", choice = "fine" });
        await Bounce(LastId);
        Assert.Equal("answered", await pair.State());
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task After_are_you_fine_a_mail_that_came_back_keeps_the_mentor_from_being_told_until_another_is_missed(bool cameBack)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 9, 0));
        var asked = _host.Mail.All.Where(m => m.To == pair.Newcomer.Email && m.Body.Contains("/c/")).Select(m => m.MessageId).ToList();
        Assert.Contains("We have not heard from you", _host.Mail.To(pair.Newcomer.Email)[^1]);
        foreach (var mail in cameBack ? asked.TakeLast(1) : []) await Bounce(mail);

        await pair.Live(Instant.FromUtc(2026, 11, 8, 12, 0));
        Assert.Equal(cameBack ? 0 : 1, Hellos(pair));
        await pair.Live(Instant.FromUtc(2026, 11, 12, 12, 0)); // the one of the 8th is missed by then

        Assert.Equal(1, Hellos(pair));
    }

    [Theory]
    [InlineData("delayed", true), InlineData("failed", false)]
    public async Task A_delay_and_the_mail_of_somebody_else_change_nothing(string action, bool ours)
    {
        var pair = await Sent();
        Assert.Equal(0, await Bounce(ours ? LastId : Guid.NewGuid().ToString(), action)); // else the server would write back about that
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task A_mail_of_another_community_comes_back_there_alone()
    {
        var (one, other) = (await IntroducedPair.In(_host), await IntroducedPair.In(_host));
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        foreach (var pair in (IntroducedPair[])[one, other])
        {
            await pair.Dispatch();
            await pair.Deliver();
        }
        await Bounce(LastId);
        Assert.Equal("sent", await one.State());
        Assert.Equal("excused", await other.State());
    }

    public void Dispose() => _host.Dispose();

    private int Hellos(IntroducedPair pair) => _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("glad of a hello"));

    private string LastId => _host.Mail.All.Last().MessageId;

    private async Task<IntroducedPair> Sent()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        return pair;
    }

    private async Task<int> Bounce(string id, string action = "failed")
    {
        var report = string.Join("\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"", "",
            "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; relay.example", "",
            $"Final-Recipient: rfc822; someone@people.example\r\nAction: {action}\r\nStatus: 5.1.1", "",
            "--b", "Content-Type: text/rfc822-headers", "", $"Message-ID: <{id}@notes.example>", "", "--b--", "");
        using var mail = new MemoryStream(Encoding.ASCII.GetBytes(report));
        return await _host.Services.TakeBounce(mail);
    }
}
