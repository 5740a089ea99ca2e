using System.Text;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>Reads lines that end with CRLF and nothing else: a lone LF stays inside its line, where a test sees it.</summary>
internal sealed class LineReader(Stream stream)
{
    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    internal async Task<string?> Read(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (await Fill(cancellationToken))
        {
            line.Append((char)buffer[start++]);
            if (line is [.., '\r', '\n'])
                return line.ToString(0, line.Length - 2);
        }
        return null;
    }

    private async Task<bool> Fill(CancellationToken cancellationToken)
    {
        if (start < end)
            return true;
        (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
        return end > 0;
    }
}
