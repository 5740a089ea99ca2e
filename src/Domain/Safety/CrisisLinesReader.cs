using Mentorship.Domain.Data;

namespace Mentorship.Domain.Safety;

/// <summary>Reads and validates the crisis lines; the first thing wrong throws <see cref="DataBroken"/>.</summary>
internal static class CrisisLinesReader
{
    private const string KnownSchema = "crisis-lines/1";

    public static CrisisLines Read(DataEntry file)
    {
        if (file.Text("schema") is not KnownSchema)
        {
            throw file.Broken("schema", $"is not {KnownSchema}");
        }
        var elsewhere = ReadLine(file.Entry("elsewhere"));
        var lines = file.Entries("lines", "name").SelectMany(ReadCountries).ToLookup(pair => pair.Country, pair => pair.Line);
        file.NothingElse();
        foreach (var country in lines)
        {
            CheckCountry(country.Key, [.. country], file);
        }
        return new CrisisLines(lines.ToDictionary(country => country.Key, InOrder), elsewhere);
    }

    private static IEnumerable<(string Country, CrisisLine Line)> ReadCountries(DataEntry entry)
    {
        var countries = entry.Texts("countries");
        if (countries.Count == 0 || countries.Any(code => code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
        {
            throw entry.Broken("countries", "are not ISO 3166-1 codes of two capitals");
        }
        var line = ReadLine(entry);
        return countries.Select(country => (country, line));
    }

    private static CrisisLine ReadLine(DataEntry entry)
    {
        var line = new CrisisLine(
            entry.Text("name"),
            entry.TextOrNull("number"),
            entry.TextOrNull("textWord"),
            ReadAddress(entry),
            entry.Words<CrisisWay>("how"),
            entry.Word<CrisisTopic>("about"),
            entry.DateOrNull("verifiedOn"),
            entry.Text("source"));
        CheckWays(line, entry);
        entry.NothingElse();
        return line;
    }

    private static Uri? ReadAddress(DataEntry entry)
    {
        if (entry.TextOrNull("web") is not { } text)
        {
            return null;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw entry.Broken("web", $"\"{text}\" is not an https address");
    }

    private static void CheckWays(CrisisLine line, DataEntry entry)
    {
        if (line.How.Count == 0)
        {
            throw entry.Broken("how", "is empty");
        }
        if (line.How.Any(way => way is CrisisWay.Call or CrisisWay.Text) && line.Dial is not { Length: >= 3 and <= 15 })
        {
            throw entry.Broken("number", "is not a telephone number of 3 to 15 digits");
        }
        if (line.How.Any(way => way is CrisisWay.Chat or CrisisWay.Web) && line.Web is null)
        {
            throw entry.Broken("web", "is missing although the line is reached there");
        }
        if (line.TextWord is not null && !line.How.Contains(CrisisWay.Text))
        {
            throw entry.Broken("textWord", "is there although nothing is sent by text");
        }
    }

    private static void CheckCountry(string country, IReadOnlyList<CrisisLine> lines, DataEntry file)
    {
        if (lines.All(line => line.About != CrisisTopic.Emergency))
        {
            throw file.Broken("lines", $"have no emergency number for {country}");
        }
        if (lines.GroupBy(line => line.Dial).Any(same => same.Count() > 1))
        {
            throw file.Broken("lines", $"have one number twice for {country}");
        }
    }

    private static IReadOnlyList<CrisisLine> InOrder(IEnumerable<CrisisLine> lines) => [.. lines.OrderBy(line => line.About)];
}
