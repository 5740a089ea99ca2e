using System.Text;

namespace Mentorship.Api.Commands;

/// <summary>
/// A file that <c>allot</c> writes, whole or not at all. It is opened before the work, so that one that cannot be written is told at
/// once; a new one is gone again unless it is kept. One that was there, which may be a device, is written in place, and left empty where
/// that fails.
/// </summary>
internal sealed class AllotOutput(string file, FileStream stream, bool isNew) : IDisposable
{
    private const int Buffer = 1 << 16;
    private static readonly UTF8Encoding NoMark = new(encoderShouldEmitUTF8Identifier: false);

    private bool _isBegun, _isKept;

    /// <summary>Null when it cannot be written.</summary>
    public static AllotOutput? TryOpen(string file)
    {
        try
        {
            var isNew = !File.Exists(file);
            return new(file, new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0), isNew);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public async Task Write(Func<TextWriter, Task> write)
    {
        _isBegun = true;
        Empty();
        await using var writer = new StreamWriter(stream, NoMark, Buffer, leaveOpen: true);
        await write(writer);
    }

    /// <summary>To be called once every file is written.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept && _isBegun && !isNew) Empty();
        stream.Dispose();
        if (!_isKept && isNew) File.Delete(file);
    }

    /// <summary>A device or a pipe has no length.</summary>
    private void Empty()
    {
        if (stream is { CanSeek: true, Length: > 0 }) stream.SetLength(0);
    }
}
