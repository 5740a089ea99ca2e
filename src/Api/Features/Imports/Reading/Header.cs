using System.Text.RegularExpressions;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Where each expected column stands; the columns may come in any order, their names in any case and with spaces.</summary>
internal sealed partial class Header
{
    private const int MostNamed = 20;

    private readonly Dictionary<string, int> places;

    private Header(Dictionary<string, int> places) => this.places = places;

    public int Of(string column) => places[column];

    public bool Names(int place) => places.ContainsValue(place);

    /// <summary>All that is wrong with the header is one fault, with the first column that is wrong.</summary>
    public static (Header? Header, string? Column, Fault? Fault) Read(string[] cells, IReadOnlyList<string> expected)
    {
        var names = cells.Select((cell, place) => (Name: Named(cell), Place: place)).Where(n => n.Name.Length > 0).ToList();
        var missing = expected.Except(names.Select(n => n.Name)).ToList();
        if (missing.Count == expected.Count) return (null, null, Missing(expected));

        var doubled = names.GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        var unknown = names.Where(n => !expected.Contains(n.Name)).Select(Shown).ToList();
        var wrong = Wrong(
            ("column-doubled", "Twice", [.. doubled.Intersect(expected)]),
            ("column-missing", "Missing", missing),
            ("column-unknown", "Not known", unknown));
        return wrong is null
            ? (new(names.ToDictionary(n => n.Name, n => n.Place)), null, null)
            : (null, wrong.Value.Column, wrong.Value.Fault with { Message = $"{wrong.Value.Fault.Message} {Expects(expected)}" });
    }

    private static (string Column, Fault Fault)? Wrong(params (string Code, string Label, List<string> Columns)[] findings)
    {
        var found = findings.Where(f => f.Columns.Count > 0).ToList();
        if (found.Count == 0) return null;
        var message = string.Join(" ", found.Select(f => $"{f.Label}: {Listed(f.Columns)}."));
        return (found[0].Columns[0], new Fault(found[0].Code, message));
    }

    private static string Listed(List<string> columns) =>
        string.Join(", ", columns.Take(MostNamed)) + (columns.Count > MostNamed ? $" and {columns.Count - MostNamed} more" : "");

    private static Fault Missing(IReadOnlyList<string> expected) =>
        new("header-missing", $"The first row should name the columns. {Expects(expected)}");

    private static string Expects(IReadOnlyList<string> expected) =>
        $"Expected, each once and in any order: {string.Join(", ", expected)}.";

    private static string Named(string cell) => Cleaned.Of(cell).ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    // A name that is no plain word may be a person's data in a file without a header.
    private static string Shown((string Name, int Place) unknown) =>
        PlainName().IsMatch(unknown.Name) ? unknown.Name : $"column {unknown.Place + 1}";

    [GeneratedRegex(@"\A[a-z0-9_]{1,40}\z")]
    private static partial Regex PlainName();
}
