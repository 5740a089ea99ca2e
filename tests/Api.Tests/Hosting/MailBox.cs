using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>Keeps the e-mails that left; a test can make it fail.</summary>
public sealed class MailBox
{
    private readonly ConcurrentQueue<EmailMessage> _messages = new();

    public Exception? FailsWith { get; set; }

    /// <summary>What happens while a mail is handed over.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>A mailbox that nobody has any more: the server refuses it, and takes the others.</summary>
    public string? Dead { get; set; }

    /// <summary>What the server says of that mailbox.</summary>
    public Exception Says { get; set; } = new EmailRefused("recipient-550", mayBeOfUs: true);

    internal IEnumerable<EmailMessage> All => _messages;

    public IReadOnlyList<string> To(string address) => [.. _messages.Where(m => m.To == address).Select(m => m.Body)];

    /// <summary>The path of the link in the last message to an address.</summary>
    public string LinkTo(string address) => Regex.Match(To(address)[^1], @"http://localhost(/\S+)").Groups[1].Value;

    internal IEmailTransport AsTransport() => new Transport(this);

    private sealed class Transport(MailBox box) : IEmailTransport
    {
        public async Task Send(EmailMessage email, CancellationToken cancellationToken)
        {
            if (box.FailsWith is { } failure) throw failure;
            if (email.To == box.Dead) throw box.Says;
            box._messages.Enqueue(email);
            await box.Meanwhile();
        }
    }
}
