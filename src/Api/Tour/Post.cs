using System.Text.RegularExpressions;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Api.Tour;

/// <summary>The mail server of the tour: looks at every message for telling words, and keeps the links of check-ins for the people to answer.</summary>
internal sealed partial class Post : IEmailTransport
{
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _tokens = [];

    public int Messages { get; private set; }

    public List<string> Broken { get; } = [];

    public Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        Messages++;
        if (!_seen.Add(email.MessageId)) Broken.Add($"message {email.MessageId} left twice");
        if (TellingWords.FindIn($"{email.Subject}\n{email.Body}\n{email.OneClickUnsubscribe}") is { Count: > 0 } words) Broken.Add($"a notice holds the words {string.Join(", ", words)}");
        if (CheckInLink().Match(email.Body) is { Success: true } link) _tokens.Enqueue(link.Groups[1].Value);
        return Task.CompletedTask;
    }

    public IReadOnlyList<string> TakeTokens()
    {
        var tokens = _tokens.ToList();
        _tokens.Clear();
        return tokens;
    }

    [GeneratedRegex(@"/c/(\S+)")]
    private static partial Regex CheckInLink();
}
