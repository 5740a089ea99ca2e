using System.Text;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>A message as a mail program reads it: header fields unfolded, the body decoded.</summary>
internal sealed class ReceivedMessage(string text)
{
    internal string Text => text;

    internal string Head { get; } = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    internal string RawBody { get; } = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    internal string Body => Field("Content-Transfer-Encoding") switch
    {
        "7bit" => RawBody,
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(RawBody)),
        var other => throw new FormatException($"A body in {other} is not what we send."),
    };

    internal string Field(string name) => Assert.Single(Fields(name));

    internal IReadOnlyList<string> Fields(string name) =>
    [
        .. Head.Replace("\r\n ", " ").Replace("\r\n\t", " ").Split("\r\n")
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim()),
    ];
}
