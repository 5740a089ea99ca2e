using Mentorship.Domain.Data;
using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>Reads and validates a whole catalogue; the first thing wrong throws <see cref="DataBroken"/>.</summary>
internal static class CatalogueReader
{
    private const string KnownSchema = "pathway-catalogue/1";

    // Lengths are calendar lengths, so they are compared on a calendar: 90 days come before 6 months.
    private static readonly LocalDate AnyDay = new(2001, 1, 1);

    public static PathwayCatalogue Read(DataEntry file)
    {
        var schema = Schema(file);
        var defaults = Defaults(file.Entry("defaults"));
        var sets = Named(file.Entries("milestoneSets", "id"), ReadMilestones, set => set.Id);
        var pathways = Named(file.Entries("pathways", "id"), entry => PathwayReader.Read(entry, sets), pathway => pathway.Id);
        file.NothingElse();
        return pathways.Count > 0
            ? new PathwayCatalogue(schema, defaults, [.. sets.Values], [.. pathways.Values])
            : throw file.Broken("pathways", "is empty");
    }

    private static string Schema(DataEntry file) =>
        file.Text("schema") is KnownSchema ? KnownSchema : throw file.Broken("schema", $"is not {KnownSchema}");

    private static NormDefaults Defaults(DataEntry entry)
    {
        var defaults = new NormDefaults(
            entry.Number("capacity"), entry.Number("temporaryDays"), entry.Flag("noFaultEnd"), entry.Flag("coordinatorReadsText"));
        entry.NothingElse();
        return defaults;
    }

    private static OrderedDictionary<string, T> Named<T>(IReadOnlyList<DataEntry> entries, Func<DataEntry, T> read, Func<T, string> idOf)
    {
        var named = new OrderedDictionary<string, T>();
        foreach (var entry in entries)
        {
            var value = read(entry);
            if (!IsId(idOf(value)))
            {
                throw entry.Broken("id", "is not in lower case with hyphens");
            }
            if (!named.TryAdd(idOf(value), value))
            {
                throw entry.Broken("id", "is there twice");
            }
        }
        return named;
    }

    private static MilestoneSet ReadMilestones(DataEntry entry)
    {
        var set = new MilestoneSet(entry.Text("id"), entry.Lengths("once"), entry.LengthOrNull("thenEvery"));
        entry.NothingElse();
        var days = set.Once.Select(length => AnyDay + length).ToList();
        if (days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw entry.Broken("once", "does not ascend");
        }
        return set.ThenEvery is { } every && AnyDay + every == AnyDay ? throw entry.Broken("thenEvery", "is no time at all") : set;
    }

    private static bool IsId(string id) =>
        id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && !id.StartsWith('-') && !id.EndsWith('-') && !id.Contains("--", StringComparison.Ordinal);
}
