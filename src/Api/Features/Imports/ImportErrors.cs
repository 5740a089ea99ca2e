using Mentorship.Api.Features.Imports.Reading;

namespace Mentorship.Api.Features.Imports;

/// <summary>The errors of one file in the order they are found; those over <see cref="Most"/> are only counted.</summary>
internal sealed class ImportErrors
{
    public const int Most = 1000;

    private readonly List<ImportError> listed = [];

    public IReadOnlyList<ImportError> Listed => listed;

    public int More { get; private set; }

    public bool Any => listed.Count > 0;

    public void Add(int line, int row, string? column, Fault fault)
    {
        if (listed.Count < Most) listed.Add(new ImportError(line, row, column, fault.Code, fault.Message));
        else More++;
    }
}
