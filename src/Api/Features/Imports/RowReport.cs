namespace Mentorship.Api.Features.Imports;

/// <summary>Notes what one row says and an import does not take: names of columns, never values.</summary>
internal sealed class RowReport(int line, int row, bool isTheirs)
{
    private readonly List<string> theirs = [];
    private bool vettingTakenBack;

    /// <summary>Whether what is kept is the member's own word.</summary>
    public bool IsTheirs => isTheirs;

    public void Theirs(IEnumerable<string> columns) => theirs.AddRange(columns);

    public void VettingTakenBack() => vettingTakenBack = true;

    public IEnumerable<ImportKept> Kept()
    {
        if (theirs.Count > 0)
            yield return new(line, row, theirs, "members-own-word",
                "This member has an account and says this themselves; what they said stays as it is.");
        if (vettingTakenBack)
            yield return new(line, row, ["vetted_on"], "vetting-taken-back",
                "A coordinator took this mentor's vetting back on that day or later. A later date vets them again, once you have met.");
    }
}
