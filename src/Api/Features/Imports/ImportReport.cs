namespace Mentorship.Api.Features.Imports;

/// <summary>What an import did, or in a dry run would do. Rows = added + changed + unchanged + skipped.</summary>
/// <param name="DryRun">True when nothing was to be saved.</param>
/// <param name="Saved">Whether the good rows are now stored.</param>
/// <param name="Rows">Rows below the header that are not blank.</param>
/// <param name="Added">People who were not known by their address.</param>
/// <param name="Changed">People of whom something is different now.</param>
/// <param name="Unchanged">People of whom nothing is different.</param>
/// <param name="Skipped">Rows that were not taken.</param>
/// <param name="Errors">What is wrong and what would be right, by line; 1,000 at most.</param>
/// <param name="MoreErrors">How many further errors are not listed.</param>
/// <param name="Kept">What was left as it is although a row says otherwise, by line; 1,000 at most.</param>
/// <param name="MoreKept">How much more was left so and is not listed.</param>
/// <param name="Notes">What a coordinator should know of how the file was read.</param>
public sealed record ImportReport(
    bool DryRun, bool Saved, int Rows, int Added, int Changed, int Unchanged, int Skipped,
    IReadOnlyList<ImportError> Errors, int MoreErrors, IReadOnlyList<ImportKept> Kept, int MoreKept, IReadOnlyList<ImportNote> Notes);

/// <summary>One thing that is wrong in the file; never the value itself.</summary>
/// <param name="Line">Line of the file on which the row begins, from 1, line breaks inside quoted cells counted.</param>
/// <param name="Row">Row as a spreadsheet program numbers it; differs from the line only below cells that hold line breaks.</param>
/// <param name="Column">Name of the column; null when the whole file or row is meant.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">What would be right.</param>
public sealed record ImportError(int Line, int Row, string? Column, string Code, string Message);

/// <summary>What one row says and was not taken; never the value itself, neither the row's nor the one that is kept.</summary>
/// <param name="Line">Line of the file on which the row begins, from 1.</param>
/// <param name="Row">Row as a spreadsheet program numbers it.</param>
/// <param name="Columns">Names of the columns that differ from what is kept.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">Why, and what would change it.</param>
public sealed record ImportKept(int Line, int Row, IReadOnlyList<string> Columns, string Code, string Message);

/// <summary>One thing that a coordinator should know.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Message">One or two plain sentences.</param>
public sealed record ImportNote(string Code, string Message);
