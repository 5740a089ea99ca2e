using System.Reflection;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>One rule of the one direction: what some types must not name, found in what was compiled.</summary>
internal sealed record Direction(Func<Type, bool> Of, Func<Type, bool> Forbids)
{
    /// <summary>One line for each name that breaks the rule in an assembly.</summary>
    public IReadOnlyList<string> BrokenIn(Assembly assembly) => [.. assembly.GetTypes().Where(t => !t.IsNested && Of(t)).SelectMany(BrokenBy).Order()];

    public IEnumerable<string> BrokenBy(Type type) => Named.By(type).Where(Forbids).Select(named => $"{type.Name} names {named.FullName}");
}
