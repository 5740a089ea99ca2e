namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Names the columns in which a row says something else than what is kept.</summary>
internal static class Differing
{
    public static IEnumerable<string> Columns(params (string Column, object? Row, object? Kept)[] cells) =>
        cells.Where(cell => !Same(cell.Row, cell.Kept)).Select(cell => cell.Column);

    private static bool Same(object? row, object? kept) =>
        row is IEnumerable<string> words && kept is IEnumerable<string> known ? words.SequenceEqual(known) : Equals(row, kept);
}
