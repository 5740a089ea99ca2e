namespace Mentorship.Api.Hosting;

/// <summary>What Development fills in so that nothing needs to be set: one folder <c>var</c> beside the solution holds the database, the keys and the mail.</summary>
internal static class LocalFolders
{
    public static void AddDevelopmentDefaults(this ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return;
        var var = Path.Combine(SolutionOrContentRoot(environment.ContentRootPath), "var");
        Directory.CreateDirectory(var);
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["ConnectionStrings:Mentorship"] = $"Data Source={Path.Combine(var, "mentorship.db")}",
                ["Protection:MasterKeyFile"] = Path.Combine(var, "master-keys"),
                ["Mail:Folder"] = Path.Combine(var, "mail"),
                ["Site:PublicUrl"] = "http://localhost:5080/",
            },
        });
    }

    public static string SolutionOrContentRoot(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) return folder.FullName;
        return contentRoot;
    }
}
