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
    private const int MostKept = 1000;

    private readonly int[] counts = new int[3];
    private readonly List<ImportKept> kept = [];
    private int moreKept;

    public void Count(Outcome outcome, RowReport row)
    {
        counts[(int)outcome]++;
        foreach (var left in row.Kept())
            if (kept.Count < MostKept) kept.Add(left);
            else moreKept++;
    }

    public ImportTally Anew() => new(rows, errors, notes);

    public ImportReport Report(bool dryRun, bool saved)
    {
        var (added, changed, unchanged) = (counts[(int)Outcome.Added], counts[(int)Outcome.Changed], counts[(int)Outcome.Unchanged]);
        var skipped = rows - added - changed - unchanged;
        return new(dryRun, saved, rows, added, changed, unchanged, skipped, errors.Listed, errors.More, kept, moreKept, notes);
    }
}
