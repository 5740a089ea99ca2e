using System.Text;
using System.Text.Unicode;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>
/// The text of a file as spreadsheet programs save it: UTF-8, UTF-16 with its byte order mark, or, when it is no valid UTF-8,
/// Windows-1252, which is then said in the report.
/// </summary>
internal readonly record struct FileText(string Text, bool IsWindows1252)
{
    public static readonly Fault Empty = new("file-empty", "The file is empty. Send the spreadsheet with its header row, saved as CSV.");
    private static readonly Fault NotCsv = new("file-not-csv",
        "This is not a CSV file. In the spreadsheet program choose Save as, CSV (UTF-8), and send that file.");
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Cell<FileText> Of(ReadOnlySpan<byte> content)
    {
        var read = content switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Utf8OrOlder(rest),
            [0xFF, 0xFE, .. var rest] => new FileText(Encoding.Unicode.GetString(rest), false),
            [0xFE, 0xFF, .. var rest] => new FileText(Encoding.BigEndianUnicode.GetString(rest), false),
            _ => Utf8OrOlder(content),
        };
        if (string.IsNullOrWhiteSpace(read.Text)) return Empty;
        return read.Text.Contains('\0') ? NotCsv : read; // a workbook or another binary file
    }

    private static FileText Utf8OrOlder(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes)
        ? new(Encoding.UTF8.GetString(bytes), false)
        : new(Windows1252.GetString(bytes), true);
}
