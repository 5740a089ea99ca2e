using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class SmtpTransportTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static SmtpTransport To(SmtpSink sink, TimeSpan? timeout = null) =>
        new(new SmtpSettings(sink.Host, sink.Port, StartTls: false) { Timeout = timeout ?? Long }, Letters.Sender, Letters.Clock);

    private static Task Send(SmtpTransport transport, EmailMessage? email = null) =>
        transport.Send(email ?? Letters.Plain, CancellationToken.None);

    [Fact]
    public async Task An_email_arrives_with_the_fields_that_it_needs()
    {
        await using var sink = new SmtpSink();

        await Send(To(sink));

        var received = Assert.Single(sink.Messages);
        Assert.Equal("Notes <notes@post.example>", received.Field("From"));
        Assert.Equal("someone@mail.example", received.Field("To"));
        Assert.Equal("You have a note waiting", received.Field("Subject"));
        Assert.Equal("<0198f-email.1@post.example>", received.Field("Message-ID"));
        Assert.Equal("auto-generated", received.Field("Auto-Submitted"));
        Assert.Equal($"<https://notes.example/stop/{Letters.Token}>", received.Field("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", received.Field("List-Unsubscribe-Post"));
        Assert.Equal("text/plain; charset=utf-8", received.Field("Content-Type"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:05 +0000", received.Field("Date"));
        Assert.Contains("MAIL FROM:<notes@post.example>", sink.Commands);
        Assert.Contains("RCPT TO:<someone@mail.example>", sink.Commands);
    }

    [Fact]
    public async Task Without_an_address_to_stop_at_there_is_no_field_for_it()
    {
        await using var sink = new SmtpSink();

        await Send(To(sink), Letters.Plain with { OneClickUnsubscribe = null });

        Assert.DoesNotContain("List-Unsubscribe", Assert.Single(sink.Messages).Text);
    }

    [Fact]
    public async Task The_message_id_is_the_same_at_a_second_sending()
    {
        await using var sink = new SmtpSink();
        var transport = To(sink);

        await Send(transport);
        await Send(transport);

        Assert.Equal(2, sink.Messages.Count);
        Assert.Single(sink.Messages.Select(message => message.Field("Message-ID")).Distinct());
    }

    [Fact]
    public async Task A_run_of_mails_goes_over_one_connection()
    {
        await using var sink = new SmtpSink();
        using var transport = To(sink);

        for (var mail = 0; mail < 3; mail++) await Send(transport);

        Assert.Equal(3, sink.Messages.Count);
        Assert.Single(sink.Commands, command => command.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_hundred_mails_and_after_each_failure_there_is_a_fresh_connection()
    {
        await using var sink = new SmtpSink();
        using var transport = To(sink);

        for (var mail = 0; mail < 101; mail++) await Send(transport);
        Assert.Equal(2, Beginnings());
        sink.Replies["RCPT"] = "451 later";
        await Assert.ThrowsAsync<EmailUnavailable>(() => Send(transport));
        sink.Replies.Clear();
        await Send(transport);
        Assert.Equal(3, Beginnings());

        int Beginnings() => sink.Commands.Count(command => command.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_at_the_same_time_have_a_connection_each()
    {
        await using var sink = new SmtpSink();
        using var transport = To(sink);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(transport)));

        Assert.Equal(4, sink.Messages.Count);
    }

    [Theory]
    [InlineData("RCPT", "450 greylisted", false), InlineData("RCPT", "452 full", false)]
    [InlineData("RCPT", "550 5.7.1 someone@mail.example is not for you", false), InlineData(".", "554 5.7.1 not from you", false)]
    [InlineData("MAIL", "550 5.7.1 not from you", true), InlineData("RCPT", "530 5.7.0 sign in first", true)]
    [InlineData("RCPT", "451 later", true), InlineData("RCPT", "421 closing", true)]
    [InlineData("RCPT", "530 sign in first", true), InlineData("MAIL", "450 later", true), InlineData(".", "451 later", true)]
    public async Task A_passing_no_says_whether_it_speaks_of_the_server_or_of_one_mailbox(string command, string reply, bool ofChannel)
    {
        await using var sink = new SmtpSink { Replies = { [command] = reply } };

        Assert.Equal(ofChannel, (await Assert.ThrowsAsync<EmailUnavailable>(() => Send(To(sink)))).OfChannel);
    }

    [Theory]
    [InlineData("Hello,"), InlineData("Bonjour, une note vous attend déjà."), InlineData("Witaj, czeka wiadomość 🙂")]
    public async Task The_link_arrives_whole(string greeting)
    {
        await using var sink = new SmtpSink();
        var link = $"https://notes.example/a/{Letters.Token}?x=1&y=2";

        await Send(To(sink), Letters.Plain with { Body = $"{greeting}\n\n{link}\n\nThat is all.\n" });

        Assert.Equal($"{greeting}\r\n\r\n{link}\r\n\r\nThat is all.\r\n", Assert.Single(sink.Messages).Body.TrimEnd() + "\r\n");
    }

    [Theory]
    [InlineData("first\n.\nRSET\nlast"), InlineData("first\r.\rlast"), InlineData("first\r\n.\r\n..\r\n...two\r\n.last"), InlineData(".")]
    public async Task Dots_and_odd_line_ends_in_a_text_do_not_end_the_message(string body)
    {
        await using var sink = new SmtpSink();

        await Send(To(sink), Letters.Plain with { Body = body });

        Assert.Equal(body.ReplaceLineEndings("\r\n"), Assert.Single(sink.Messages).Body.TrimEnd());
    }

    [Fact]
    public async Task Nothing_of_this_machine_or_of_what_it_runs_is_said()
    {
        await using var sink = new SmtpSink();

        await Send(To(sink));

        Assert.Contains("EHLO post.example", sink.Commands);
        var said = string.Join('\n', [.. sink.Commands, Assert.Single(sink.Messages).Text]);
        Assert.DoesNotContain(Environment.MachineName, said, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            [
                "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post",
                "MIME-Version", "Message-Id", "Subject", "To",
            ],
            sink.Messages[0].Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_server_offers_changes_no_mail()
    {
        await using var plain = new SmtpSink();
        await using var rich = new SmtpSink { Offers = ["PIPELINING", "SIZE 10000000", "8BITMIME", "SMTPUTF8", "CHUNKING", "BINARYMIME"] };
        var email = Letters.Plain with { To = "someone@bücher.example", Body = $"Déjà vu: {Letters.Plain.Body}" };

        await Send(To(plain), email);
        await Send(To(rich), email);

        Assert.Equal(Assert.Single(plain.Messages).Text, Assert.Single(rich.Messages).Text);
        Assert.Contains("RCPT TO:<someone@xn--bcher-kva.example>", rich.Commands);
        Assert.DoesNotContain(rich.Commands, command => command.Contains("UTF8"));
    }

    [Fact]
    public async Task A_subject_in_other_letters_travels_encoded()
    {
        await using var sink = new SmtpSink();

        await Send(To(sink), Letters.Plain with { Subject = "Une note déjà là" });

        Assert.Equal("Une note =?utf-8?b?ZMOpasOgIGzDoA==?=", Assert.Single(sink.Messages).Field("Subject"));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <someone@mail.example> unknown", "recipient-550")]
    [InlineData("RCPT", "553 no", "recipient-553")]
    [InlineData(".", "554 no", "message-554")]
    [InlineData(".", "552 too big", "message-552")]
    public async Task A_lasting_no_is_refused(string command, string reply, string code)
    {
        await using var sink = new SmtpSink { Replies = { [command] = reply } };

        var refused = await Assert.ThrowsAsync<EmailRefused>(() => Send(To(sink)));

        Assert.Equal((code, true), (refused.Code, refused.MayBeOfUs));
        Assert.DoesNotContain("someone", refused.ToString());
        Assert.Empty(sink.Messages);
    }

    [Theory]
    [InlineData("RCPT", "451 someone@mail.example later", "smtp-451"), InlineData("RCPT", "450 busy", "smtp-450")]
    [InlineData("RCPT", "452 full", "smtp-452"), InlineData("RCPT", "530 sign in first", "smtp-530")]
    [InlineData("MAIL", "451 later", "smtp-451"), InlineData("MAIL", "530 sign in first", "smtp-530")]
    [InlineData(".", "451 later", "smtp-451"), InlineData("DATA", "421 closing", "smtp-421")]
    [InlineData("GREETING", "421 closing", "smtp-421"), InlineData("GREETING", "554 not you", "smtp-554")]
    [InlineData("MAIL", "550 someone@mail.example may not write", "smtp-550"), InlineData("DATA", "554 not now", "smtp-554")]
    [InlineData("RCPT", "550 5.7.1 relaying denied", "smtp-550"), InlineData(".", "554 5.7.1 not from you", "smtp-554")]
    public async Task A_passing_no_is_unavailable(string command, string reply, string code)
    {
        await using var sink = new SmtpSink { Replies = { [command] = reply } };

        var unavailable = await Assert.ThrowsAsync<EmailUnavailable>(() => Send(To(sink)));

        Assert.Equal(code, unavailable.Code);
        Assert.DoesNotContain("someone", unavailable.ToString());
        Assert.Empty(sink.Messages);
    }

    [Theory]
    [InlineData("GREETING"), InlineData("EHLO"), InlineData("MAIL"), InlineData("RCPT"), InlineData("DATA"), InlineData(".")]
    public async Task A_server_that_hangs_is_unavailable_within_the_timeout(string command)
    {
        await using var sink = new SmtpSink { HangAt = command };

        var sending = Send(To(sink, TimeSpan.FromMilliseconds(300)));

        Assert.Equal("timeout", (await Assert.ThrowsAsync<EmailUnavailable>(() => sending.WaitAsync(Long))).Code);
    }

    [Theory]
    [InlineData("EHLO"), InlineData("RCPT"), InlineData(".")]
    public async Task A_server_that_speaks_without_end_is_unavailable_within_the_timeout(string command)
    {
        await using var sink = new SmtpSink { TalksAt = command };

        var sending = Send(To(sink, TimeSpan.FromMilliseconds(300)));

        Assert.Equal("timeout", (await Assert.ThrowsAsync<EmailUnavailable>(() => sending.WaitAsync(Long))).Code);
    }

    [Fact]
    public async Task A_stopping_service_does_not_call_it_a_failure()
    {
        await using var sink = new SmtpSink { HangAt = "RCPT" };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => To(sink).Send(Letters.Plain, stop.Token).WaitAsync(Long));
    }

    [Fact]
    public async Task No_server_is_unavailable()
    {
        var sink = new SmtpSink();
        var transport = To(sink);
        await sink.DisposeAsync();

        Assert.Equal("connection", (await Assert.ThrowsAsync<EmailUnavailable>(() => Send(transport))).Code);
    }
}
