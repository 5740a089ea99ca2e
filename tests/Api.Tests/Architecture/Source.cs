namespace Mentorship.Api.Tests.Architecture;

/// <summary>The files of <c>src</c>, found from the folder that holds the solution.</summary>
internal static class Source
{
    public static string Root { get; } = Find();

    /// <summary>C# files under a folder of <c>src</c>, but for what tools write.</summary>
    public static IEnumerable<string> Files(string folder = "") =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations" or "Compiled"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds Mentorship.sln.");
    }
}
