using Xunit;

namespace Mentorship.Engines;

/// <summary>A fact that needs PostgreSQL; without it a visible skip with its reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = Absence.Of(Engine.PostgreSql);
}
