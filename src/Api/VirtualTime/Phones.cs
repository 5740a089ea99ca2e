using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;

namespace Mentorship.Api.VirtualTime;

/// <summary>
/// The gateway for texts of virtual time: looks at every text, and at what is said back to one, for telling words and for its length, and
/// keeps the numbers that were texted for people to answer.
/// </summary>
internal sealed class Phones : ISmsGateway
{
    private readonly List<string> _texted = [];

    public bool IsThere => true;

    public int Texts { get; private set; }

    public List<string> Broken { get; } = [];

    public Task Send(SmsMessage text)
    {
        Texts++;
        Look(text.Text);
        _texted.Add(text.To);
        return Task.CompletedTask;
    }

    /// <summary>The numbers that got a text since the last call, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        var texted = _texted.ToList();
        _texted.Clear();
        return texted;
    }

    public void Look(string text)
    {
        if (TellingWords.FindIn(text) is { Count: > 0 } words) Broken.Add($"a text holds the words {string.Join(", ", words)}");
        if (Saying.IsIn(text)) Broken.Add("a text holds what somebody said");
        if (text.Length > SmsText.LongestSegment) Broken.Add("a text is longer than one segment");
    }

    public bool HasSigned(string? signature, Uri address, IEnumerable<KeyValuePair<string, string>> fields) => false;
}
