using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;

namespace Mentorship.Api.VirtualTime;

/// <summary>The gateway for texts of virtual time: looks at every text for telling words and for its length.</summary>
internal sealed class Phones : ISmsGateway
{
    public bool IsThere => true;

    public int Texts { get; private set; }

    public List<string> Broken { get; } = [];

    public Task Send(SmsMessage text)
    {
        Texts++;
        if (TellingWords.FindIn(text.Text) is { Count: > 0 } words) Broken.Add($"a text holds the words {string.Join(", ", words)}");
        if (text.Text.Length > SmsText.LongestSegment) Broken.Add("a text is longer than one segment");
        return Task.CompletedTask;
    }

    public bool HasSigned(string? signature, Uri address, IEnumerable<KeyValuePair<string, string>> fields) => false;
}
