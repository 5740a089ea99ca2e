namespace Mentorship.Api.Hosting;

/// <summary>
/// What Development fills in so that nothing needs to be set: one folder <c>var</c> beside the solution holds the database, the keys and the
/// mail, and links lead to where it listens.
/// </summary>
internal static class LocalFolders
{
    /// <summary>The folder of the solution that this was built in; a published build's own folder.</summary>
    public static string Root { get; } = SolutionAbove(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;

    public static void AddDevelopmentDefaults(this ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return;
        var var = Path.Combine(Root, "var");
        Directory.CreateDirectory(var);
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["ConnectionStrings:Mentorship"] = $"Data Source={Path.Combine(var, "mentorship.db")}",
                ["Protection:MasterKeyFile"] = Path.Combine(var, "master-keys"),
                ["Mail:Folder"] = Path.Combine(var, "mail"),
                ["Site:PublicUrl"] = ListenedAddress.In(configuration) + "/",
            },
        });
    }

    private static string? SolutionAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) return folder.FullName;
        return null;
    }
}
