using Xunit;

namespace Mentorship.Engines;

/// <summary>A theory that needs PostgreSQL; without it a visible skip with its reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = Absence.Of(Engine.PostgreSql);
}
