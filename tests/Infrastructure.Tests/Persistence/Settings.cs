using Microsoft.Extensions.Configuration;

namespace Mentorship.Infrastructure.Tests.Persistence;

internal static class Settings
{
    public static IConfiguration Of(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build();
}
