using System.Text.Json;

namespace Mentorship.Domain.Data;

/// <summary>The JSON files that travel inside this assembly.</summary>
internal static class DataFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static DataEntry Embedded(string name) => Parse(FileName(name), TextOf(name));

    public static DataEntry Parse(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new DataEntry(document.RootElement.Clone(), file);
        }
        catch (JsonException problem)
        {
            throw new DataBroken(file, "the file", $"is not JSON: {problem.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Name is the path below the project with dots, such as <c>Pathways.pathways.json</c>.</summary>
    public static string TextOf(string name)
    {
        var assembly = typeof(DataFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Mentorship.Domain.{name}")
            ?? throw new DataBroken(FileName(name), "the file", "is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string FileName(string name) => name[(name.IndexOf('.') + 1)..];
}
