namespace Mentorship.Api.Features.Imports;

/// <summary>What became of one row.</summary>
internal enum Outcome
{
    Added,
    Changed,
    Unchanged,
}

/// <summary>Counts what becomes of the rows of one file.</summary>
internal sealed class ImportTally(int rows, ImportErrors errors, IReadOnlyList<ImportNote> notes)
{
    private readonly int[] counts = new int[3];

    public void Count(Outcome outcome) => counts[(int)outcome]++;

    public ImportTally Anew() => new(rows, errors, notes);

    public ImportReport Report(bool dryRun, bool saved)
    {
        var (added, changed, unchanged) = (counts[(int)Outcome.Added], counts[(int)Outcome.Changed], counts[(int)Outcome.Unchanged]);
        return new(dryRun, saved, rows, added, changed, unchanged, rows - added - changed - unchanged, errors.Listed, errors.More, notes);
    }
}
