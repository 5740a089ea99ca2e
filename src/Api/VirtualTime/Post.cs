using System.Text.RegularExpressions;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Api.VirtualTime;

/// <summary>The mail server of virtual time: looks at every message for telling words, and keeps the letters for people to read.</summary>
internal sealed partial class Post : IEmailTransport
{
    private readonly Dictionary<string, int> _taken = [];
    private readonly List<Letter> _letters = [];

    public int Messages { get; private set; }

    public List<string> Broken { get; } = [];

    /// <summary>Nothing is taken now.</summary>
    public bool IsAway { get; set; }

    /// <summary>Addresses that take nothing, ever.</summary>
    public HashSet<string> Gone { get; } = [];

    public Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        if (IsAway) throw new EmailUnavailable("smtp-451");
        if (Gone.Contains(email.To)) throw new EmailRefused("recipient-550");
        Messages++;
        if ((_taken[email.MessageId] = Taken(email.MessageId) + 1) > 1) Broken.Add($"message {email.MessageId} left twice");
        if (TellingWords.FindIn($"{email.Subject}\n{email.Body}\n{email.OneClickUnsubscribe}") is { Count: > 0 } words) Broken.Add($"a notice holds the words {string.Join(", ", words)}");
        if (Saying.IsIn(email.Subject + email.Body)) Broken.Add("a notice holds what somebody said");
        _letters.Add(new Letter(email.MessageId, email.To, Token(CheckInLink().Match(email.Body)), Token(FineLink().Match(email.Body))));
        return Task.CompletedTask;
    }

    /// <summary>How often a message was handed over.</summary>
    public int Taken(string messageId) => _taken.GetValueOrDefault(messageId);

    public IReadOnlyList<Letter> Take()
    {
        var letters = _letters.ToList();
        _letters.Clear();
        return letters;
    }

    private static string? Token(Match link) => link.Success ? link.Groups[1].Value : null;

    [GeneratedRegex(@"/c/(\S+)")]
    private static partial Regex CheckInLink();

    [GeneratedRegex(@"/f/(\S+)")]
    private static partial Regex FineLink();
}
