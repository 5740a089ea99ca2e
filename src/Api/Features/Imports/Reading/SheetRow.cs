namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>One row, read column by column; every fault is noted, so that a person sees all of them at once.</summary>
internal sealed class SheetRow
{
    private static readonly Fault TooMany = new("cells-too-many",
        "There is something to the right of the last named column. A cell that holds the separator must stand in quotation marks.");

    private static readonly Fault Quotes = new("quotes-unpaired", "Quotation marks go around the whole cell, and are doubled inside it.");

    private static readonly Fault Cut = new("row-cut",
        "The file ends in the middle of this row, so that something is missing. Save or copy it again, with all its columns.");

    private readonly string[] cells;
    private readonly Header header;
    private readonly ImportErrors errors;

    public SheetRow(int line, int number, string[] cells, bool badlyQuoted, bool cut, Header header, ImportErrors errors)
    {
        (Line, Number, this.cells, this.header, this.errors) = (line, number, cells, header, errors);
        if (badlyQuoted) Wrong(null, Quotes);
        if (cut) Wrong(null, Cut);
        if (cells.Where((cell, place) => cell.Length > 0 && !header.Names(place)).Any()) Wrong(null, TooMany);
    }

    public int Line { get; }

    /// <summary>As a spreadsheet program numbers it.</summary>
    public int Number { get; }

    public bool IsGood { get; private set; } = true;

    /// <summary>The value, or nothing when the cell is empty or wrong.</summary>
    public T? Read<T>(string column, Func<string, Cell<T>> read)
    {
        var text = TextOf(column);
        if (text.Length == 0) return default;
        var cell = read(text);
        if (cell.Fault is { } fault) Wrong(column, fault);
        return cell.Value;
    }

    /// <summary>As <see cref="Read"/>, but an empty cell is a fault, <c>{column}-missing</c>, that says what belongs there.</summary>
    public T? Require<T>(string column, Func<string, Cell<T>> read, string whatBelongs)
    {
        if (HasText(column)) return Read(column, read);
        Wrong(column, new Fault($"{column.Replace('_', '-')}-missing", whatBelongs));
        return default;
    }

    public bool HasText(string column) => TextOf(column).Length > 0;

    public void Wrong(string? column, Fault fault)
    {
        IsGood = false;
        errors.Add(Line, Number, column, fault);
    }

    // Some spreadsheet programs leave empty cells at the end of a row away.
    private string TextOf(string column) => header.Of(column) is var place && place < cells.Length ? cells[place] : "";
}
