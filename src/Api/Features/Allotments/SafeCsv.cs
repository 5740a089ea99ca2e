namespace Mentorship.Api.Features.Allotments;

/// <summary>Cells of a CSV file (RFC 4180) that a spreadsheet program shows and never runs.</summary>
internal static class SafeCsv
{
    /// <summary>What a program may take for the beginning of a formula gets an apostrophe before it.</summary>
    public static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    public static string Row(params ReadOnlySpan<string?> cells)
    {
        var row = new System.Text.StringBuilder();
        for (var i = 0; i < cells.Length; i++) row.Append(i == 0 ? "" : ",").Append(Cell(cells[i] ?? ""));
        return row.Append("\r\n").ToString();
    }
}
