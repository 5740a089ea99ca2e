using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>Which lines production logs, by the levels of appsettings.json: of several names of a category the longest counts.</summary>
internal static class ProductionLog
{
    private static readonly Dictionary<string, LogLevel> Levels = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json").Build().GetSection("Logging:LogLevel").Get<Dictionary<string, LogLevel>>()!;

    /// <param name="line">Its level and its category come first, as <see cref="Hosting.LogLines"/> keeps them.</param>
    public static bool Has(string line)
    {
        var (level, category) = line.Split(' ', 3) is [var first, var second, ..] ? (Enum.Parse<LogLevel>(first), second) : default;
        return level >= Levels[Levels.Keys.Where(name => IsOf(category, name)).DefaultIfEmpty("Default").MaxBy(name => name.Length)!];
    }

    private static bool IsOf(string category, string name) => category == name || category.StartsWith(name + ".", StringComparison.Ordinal);
}
