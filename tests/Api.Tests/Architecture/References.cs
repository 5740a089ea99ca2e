using System.Reflection;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>The assemblies that one must not refer to, and does.</summary>
internal static class References
{
    private static readonly string[] NotForInfrastructure = ["MediatR", "FluentValidation", "Quartz", "Hangfire", "CsvHelper"];

    // Identity's rows, and the key ring that they need; none of these speaks HTTP.
    private static readonly string[] OfTheFramework = ["Identity.EntityFrameworkCore", "DataProtection", "DataProtection.Abstractions", "Cryptography.KeyDerivation"];

    public static IEnumerable<string> OfDomain(Assembly assembly) =>
        Of(assembly).Where(name => name != "NodaTime" && name != "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal));

    public static IEnumerable<string> OfInfrastructure(Assembly assembly) => Of(assembly).Where(name =>
        NotForInfrastructure.Any(part => name.StartsWith(part, StringComparison.Ordinal))
        || (name.StartsWith("Mentorship.", StringComparison.Ordinal) && name != "Mentorship.Domain")
        || (name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !OfTheFramework.Contains(name["Microsoft.AspNetCore.".Length..])));

    private static IEnumerable<string> Of(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
