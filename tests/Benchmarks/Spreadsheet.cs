using System.Globalization;
using System.Text;
using CsvHelper;

namespace Mentorship.Benchmarks;

/// <summary>The sample community's spreadsheets, and a longer one made from the mentors'.</summary>
internal static class Spreadsheet
{
    public static string Samples => Path.Combine(Root(), "samples", "community");

    /// <summary>The folder that holds the solution.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    public static List<string[]> Rows(byte[] content)
    {
        using var parser = new CsvParser(new StreamReader(new MemoryStream(content)), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }

    /// <summary>Header and rows of <paramref name="name"/>, a file of the sample.</summary>
    public static List<string[]> Sample(string name) => Rows(File.ReadAllBytes(Path.Combine(Samples, name)));

    /// <summary>So many mentors, each a row of the sample chosen by the seed, under an address of its own.</summary>
    public static byte[] Mentors(int count, int seed)
    {
        var sample = Sample("mentors.csv");
        var (random, email) = (new Random(seed), Array.IndexOf(sample[0], "email"));
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            Write(csv, sample[0]);
            for (var number = 0; number < count; number++)
            {
                string[] row = [.. sample[random.Next(1, sample.Count)]];
                row[email] = $"mentor{number}@people.example";
                Write(csv, row);
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(CsvWriter csv, string[] row)
    {
        foreach (var cell in row) csv.WriteField(cell);
        csv.NextRecord();
    }
}
