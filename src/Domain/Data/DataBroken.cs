namespace Mentorship.Domain.Data;

/// <summary>A data file breaks its own rules: a fault of ours, found at start; names the file, the entry and the field.</summary>
public sealed class DataBroken(string entry, string field, string problem) : Exception($"{entry}: {field} {problem}.")
{
    public string Entry { get; } = entry;

    public string Field { get; } = field;
}
