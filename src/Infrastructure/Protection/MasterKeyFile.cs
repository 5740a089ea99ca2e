using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Reads the ring from a file of lines, an id and 32 bytes in base64; the first is current. Blank lines and lines after # are skipped.
/// Sentences about it tell the setting and the line, never what stands there.
/// </summary>
internal static partial class MasterKeyFile
{
    public const string Setting = "Protection:MasterKeyFile";

    public static MasterKeys Load(IConfiguration configuration, bool development)
    {
        var path = configuration[Setting];
        if (string.IsNullOrWhiteSpace(path))
            throw Missing($"{Setting} is not set: it names the file that holds the master keys.");
        if (development && !File.Exists(path))
            Make(path);
        return new MasterKeys(Parse(Read(path)));
    }

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Missing($"The file that {Setting} names is not there or cannot be read by the user that the service runs as.");
        }
    }

    private static MasterKey[] Parse(string[] lines)
    {
        var keys = lines.Select((line, index) => (Line: line.Trim(), Number: index + 1))
            .Where(entry => entry.Line is not ("" or ['#', ..]))
            .Select(entry => ParseLine(entry.Line) ?? throw Missing(
                $"Line {entry.Number} of the file that {Setting} names is not an id, a space and {MasterKey.Size} bytes in base64."))
            .ToArray();
        if (keys.Length == 0)
            throw Missing($"The file that {Setting} names holds no key.");
        if (keys.DistinctBy(key => key.Id).Count() < keys.Length)
            throw Missing($"The file that {Setting} names gives the same id to two keys.");
        return keys;
    }

    private static MasterKey? ParseLine(string line)
    {
        var match = Entry().Match(line);
        var secret = new byte[MasterKey.Size];
        return match.Success && Convert.TryFromBase64String(match.Groups["secret"].Value, secret, out var size) && size == MasterKey.Size
            ? new MasterKey(match.Groups["id"].Value, secret)
            : null;
    }

    // Written beside the path and moved there whole, so that another process never reads half a file; the first to move wins.
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.WriteLine($"development {Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Size))}");
        using (Alone($"{path}.lock"))
        {
            if (File.Exists(path)) File.Delete(draft);
            else File.Move(draft, path);
        }
    }

    // Hosts that start together take turns, so that all read the key of the first.
    private static FileStream Alone(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 500)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static MissingSetting Missing(string sentence) => new(Setting, sentence);

    [GeneratedRegex("""^(?<id>[A-Za-z0-9._-]{1,32})\s+(?<secret>[A-Za-z0-9+/]{43}=)$""")]
    private static partial Regex Entry();
}
