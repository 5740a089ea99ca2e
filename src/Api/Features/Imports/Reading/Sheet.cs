using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>A spreadsheet saved as CSV: its rows below the header without the blank ones. Faults of file and header go to the errors.</summary>
internal sealed class Sheet(ReadOnlyMemory<byte> content, IReadOnlyList<string> columns, ImportErrors errors)
{
    private const int MostCharacters = 10_000;

    private static readonly Fault CellWithoutEnd = new("cell-without-end",
        "A cell that begins on this line never ends, or holds more than 10,000 characters. Look for a quotation mark that stands alone.");

    private bool bad, cut;
    private int widest;

    /// <summary>Whether the file was no valid UTF-8 and was read as Windows-1252.</summary>
    public bool IsWindows1252 { get; private set; }

    /// <summary>False when the file could not be read to its end.</summary>
    public bool IsWhole { get; private set; }

    public IEnumerable<SheetRow> Rows()
    {
        var text = FileText.Of(content.Span);
        if (text.Fault is { } fault)
        {
            errors.Add(1, 1, null, fault);
            yield break;
        }
        IsWindows1252 = text.Value.IsWindows1252;
        Header? header = null;
        foreach (var (line, row, cells) in Records(text.Value.Text))
        {
            if (cells.All(cell => cell.Length == 0)) continue;
            if (header is not null) yield return new SheetRow(line, row, cells, bad, cut, header, errors);
            else if ((header = HeaderOf(line, row, cells)) is null) yield break;
        }
        if (header is null && !errors.Any) errors.Add(1, 1, null, FileText.Empty);
        IsWhole = header is not null && IsWhole;
    }

    private Header? HeaderOf(int line, int row, string[] cells)
    {
        var (header, column, fault) = Header.Read(cells, columns);
        if (fault is not null) errors.Add(line, row, column, fault);
        return header;
    }

    private IEnumerable<(int Line, int Row, string[] Cells)> Records(string text)
    {
        var (separator, table, skipped) = Separator.Find(text);
        using var parser = new CsvParser(new StringReader(table), Settings(separator));
        var lines = 0;
        while (Next(parser, lines + skipped + 1) is { } cells)
        {
            yield return (lines + skipped + 1, parser.Row + skipped, cells);
            lines = parser.RawRow;
        }
    }

    private string[]? Next(CsvParser parser, int line)
    {
        try
        {
            bad = false;
            IsWhole = !parser.Read();
            return IsWhole ? null : CellsOf(parser);
        }
        catch (MaxFieldSizeException)
        {
            errors.Add(line, parser.Row, null, CellWithoutEnd);
            return null;
        }
    }

    /// <summary>A row is cut where it is short and no line ends after it: a file that was not copied to its end.</summary>
    private string[] CellsOf(CsvParser parser)
    {
        string[] cells = [.. parser.Record!.Select(Cleaned.Of)];
        widest = Math.Max(widest, cells.Length);
        cut = cells.Length < widest && parser.RawRecord is [.., not ('\r' or '\n')];
        return cells;
    }

    private CsvConfiguration Settings(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        IgnoreBlankLines = false, // they count as rows in the spreadsheet program
        TrimOptions = TrimOptions.Trim,
        MaxFieldSize = MostCharacters,
        ExceptionMessagesContainRawData = false,
        BadDataFound = _ => bad = true,
    };
}
