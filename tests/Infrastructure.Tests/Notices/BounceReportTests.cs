using System.Text;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>Reports as mail servers write them: Postfix gives the whole mail back, others its header alone.</summary>
public sealed class BounceReportTests
{
    private static readonly Guid Sent = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("message/rfc822")]
    [InlineData("text/rfc822-headers")]
    public async Task A_mail_that_failed_is_named_by_the_id_it_went_out_under(string original) =>
        Assert.Equal(Sent, await Read(Report("failed", original, $"<{Sent}@notes.example>")));

    [Fact]
    public async Task Of_several_recipients_one_that_failed_is_enough() => Assert.Equal(Sent, await Read(Report(
        "relayed", "message/rfc822", $"<{Sent}@notes.example>",
        more: "\r\n\r\nFinal-Recipient: rfc822; other@people.example\r\nAction: Failed\r\nStatus: 5.1.1")));

    [Theory]
    [InlineData("delayed")]
    [InlineData("delivered")]
    [InlineData("relayed")]
    public async Task A_mail_that_may_still_arrive_or_has_is_no_bounce(string action) =>
        Assert.Null(await Read(Report(action, "message/rfc822", $"<{Sent}@notes.example>")));

    [Theory]
    [InlineData("<CAF+abc@mail.example>")]
    [InlineData("")]
    public async Task A_mail_of_somebody_else_is_none_of_ours(string id) => Assert.Null(await Read(Report("failed", "message/rfc822", id)));

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001")]
    [InlineData("Subject: away\r\n\r\nI am away until Monday. Action: failed")]
    [InlineData("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed")]
    public async Task What_is_no_report_is_none(string mail) => Assert.Null(await Read(mail));

    private static async Task<Guid?> Read(string mail)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(mail));
        return await BounceReport.Read(stream, default);
    }

    private static string Report(string action, string original, string id, string more = "") => string.Join("\r\n",
        "From: MAILER-DAEMON@relay.example", "To: notes@notes.example", "Subject: Undelivered Mail Returned to Sender", "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"parts\"", "",
        "--parts", "Content-Type: text/plain", "", "I am sorry to have to inform you.", "",
        "--parts", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; relay.example", "",
        $"Final-Recipient: rfc822; someone@people.example\r\nAction: {action}\r\nStatus: 5.1.1{more}", "",
        "--parts", $"Content-Type: {original}", "", "From: notes@notes.example", $"Message-ID: {id}", "Subject: You have a note waiting", "",
        "A line.", "", "--parts--", "");
}
