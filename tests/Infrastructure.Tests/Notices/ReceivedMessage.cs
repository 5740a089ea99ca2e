using System.Text;
using System.Text.RegularExpressions;

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
        "quoted-printable" => QuotedPrintable(RawBody),
        var other => throw new FormatException($"A body in {other} is not what we send."),
    };

    private static string QuotedPrintable(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(
        Regex.Replace(text.Replace("=\r\n", ""), "=([0-9A-F]{2})", hex => $"{(char)Convert.ToByte(hex.Groups[1].Value, 16)}")));

    internal string Field(string name) => Assert.Single(Fields(name));

    internal IEnumerable<string> Names => Head.Split("\r\n").Where(line => line[0] is not (' ' or '\t')).Select(line => line.Split(':')[0]);

    internal IReadOnlyList<string> Fields(string name) =>
    [
        .. Head.Replace("\r\n ", " ").Replace("\r\n\t", " ").Split("\r\n")
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim()),
    ];
}
