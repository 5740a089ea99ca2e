using Xunit;

namespace Mentorship.Engines;

/// <summary>A fact that needs SQL Server; without it a visible skip with its reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = Absence.Of(Engine.SqlServer);
}
