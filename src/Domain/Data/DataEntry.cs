using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Data;

/// <summary>One JSON object of a data file, read field by field; a missing or unknown field throws <see cref="DataBroken"/>.</summary>
internal sealed class DataEntry
{
    private readonly string name;
    private readonly string path;
    private readonly Dictionary<string, JsonElement> unread;

    public DataEntry(JsonElement element, string name, string path = "")
    {
        (this.name, this.path) = (name, path);
        unread = element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().ToDictionary(field => field.Name, field => field.Value)
            : throw new DataBroken(name, path.Length == 0 ? "the entry" : path.TrimEnd('.'), "is not an object");
    }

    public bool Has(string field) => unread.TryGetValue(field, out var value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string field) => AsText(field, Take(field));

    public string? TextOrNull(string field) => Has(field) ? Text(field) : null;

    public IReadOnlyList<string> Texts(string field) => [.. List(field).Select(item => AsText(field, item))];

    public int Number(string field) =>
        Take(field) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= 0
            ? number
            : throw Broken(field, "is not a whole number of zero or more");

    public int? NumberOrNull(string field) => Has(field) ? Number(field) : null;

    public bool Flag(string field) => Take(field).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Broken(field, "is not true or false"),
    };

    public T Word<T>(string field) where T : struct, Enum => AsWord<T>(field, Text(field));

    public T? WordOrNull<T>(string field) where T : struct, Enum => Has(field) ? Word<T>(field) : null;

    public IReadOnlyList<T> Words<T>(string field) where T : struct, Enum => [.. Texts(field).Select(text => AsWord<T>(field, text))];

    public Period Length(string field) => AsLength(field, Text(field));

    public Period? LengthOrNull(string field) => Has(field) ? Length(field) : null;

    public IReadOnlyList<Period> Lengths(string field) => [.. Texts(field).Select(text => AsLength(field, text))];

    public LocalDate? DateOrNull(string field)
    {
        if (TextOrNull(field) is not { } text)
        {
            return null;
        }
        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date)
            ? date
            : throw Broken(field, $"\"{text}\" is not a date such as 2026-01-31");
    }

    public DataEntry Entry(string field) => new(Take(field), name, $"{path}{field}.");

    public DataEntry? EntryOrNull(string field) => Has(field) ? Entry(field) : null;

    /// <summary>The objects of a list, each named by its own <paramref name="key"/> in errors, or by its place when it has none.</summary>
    public IReadOnlyList<DataEntry> Entries(string field, string key) =>
        [.. List(field).Select((item, index) => new DataEntry(item, $"{name}, {NameOf(item, key) ?? $"{field} {index + 1}"}"))];

    /// <summary>Refuses what nobody read, so that a misspelt optional field is an error and not a silence.</summary>
    public void NothingElse()
    {
        if (unread.Keys.FirstOrDefault() is { } field)
        {
            throw Broken(field, "is not a known field");
        }
    }

    public DataBroken Broken(string field, string problem) => new(name, path + field, problem);

    private JsonElement Take(string field) =>
        Has(field) && unread.Remove(field, out var value) ? value : throw Broken(field, "is missing");

    private IReadOnlyList<JsonElement> List(string field)
    {
        if (!Has(field))
        {
            return [];
        }
        return Take(field) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : throw Broken(field, "is not a list");
    }

    private string AsText(string field, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && IsOneLine(text)
            ? text
            : throw Broken(field, "is not a text of one line");

    private T AsWord<T>(string field, string text) where T : struct, Enum => DataWords<T>.TryParse(text, out var value)
        ? value
        : throw Broken(field, $"\"{text}\" is not one of {string.Join(", ", DataWords<T>.All)}");

    private Period AsLength(string field, string text) =>
        PeriodPattern.Roundtrip.Parse(text).TryGetValue(Period.Zero, out var length) && IsWhole(length)
            ? length
            : throw Broken(field, $"\"{text}\" is not an ISO 8601 length in whole years, months, weeks or days");

    private static bool IsOneLine(string text) => text == text.Trim() && !text.Any(char.IsControl);

    private static bool IsWhole(Period length) =>
        !length.HasTimeComponent && length is { Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 };

    private static string? NameOf(JsonElement item, string key) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}
