using System.Text;

namespace Mentorship.Api.Tests.Imports;

/// <summary>The two sample spreadsheets, and rows made from their first lines.</summary>
internal static class Samples
{
    public static readonly byte[] MentorsFile = File.ReadAllBytes(PathOf("mentors.csv"));
    public static readonly byte[] NewcomersFile = File.ReadAllBytes(PathOf("newcomers.csv"));

    public static string Mentors => Encoding.UTF8.GetString(MentorsFile);

    public static string Newcomers => Encoding.UTF8.GetString(NewcomersFile);

    public static readonly Dictionary<string, string> Mentor = FirstRow(Mentors);
    public static readonly Dictionary<string, string> Newcomer = FirstRow(Newcomers);

    /// <summary>A sheet of the first mentor with other values; each array of column and value by turns is one row.</summary>
    public static string MentorSheet(params string[][] rows) => Sheet(Mentor, rows);

    public static string NewcomerSheet(params string[][] rows) => Sheet(Newcomer, rows);

    private static string Sheet(Dictionary<string, string> first, string[][] rows)
    {
        var lines = rows.Select(changes =>
        {
            var row = new Dictionary<string, string>(first);
            foreach (var change in changes.Chunk(2)) row[change[0]] = change[1];
            return string.Join(',', row.Values.Select(value => $"\"{value.Replace("\"", "\"\"")}\""));
        });
        return string.Join("\r\n", [string.Join(',', first.Keys), .. lines]) + "\r\n";
    }

    private static Dictionary<string, string> FirstRow(string csv)
    {
        var lines = csv.Split('\n', 3).Select(line => line.TrimEnd('\r').Split(',')).ToArray();
        return lines[0].Zip(lines[1]).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "samples", "community", name);
    }
}
