using System.Reflection;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>
/// The types that a type names: in its bases, attributes, signatures and method bodies, its nested types (and with them its lambdas
/// and async methods) included. Constants are not seen: the compiler leaves no trace of where they came from.
/// </summary>
internal static class Named
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> By(Type type)
    {
        var named = new HashSet<Type>();
        foreach (var found in OfType(type)) Add(named, found);
        return named;
    }

    private static IEnumerable<Type> OfType(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes, .. type.GetInterfaces(), .. OfAttributes(type),
        .. type.GetFields(Own).Select(f => f.FieldType),
        .. type.GetMembers(Own).OfType<MethodBase>().SelectMany(OfMethod),
        .. type.GetNestedTypes(Own).SelectMany(OfType),
    ];

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
    [
        .. method.GetParameters().Select(p => p.ParameterType), .. OfAttributes(method),
        .. method is MethodInfo { ReturnType: var answer } ? [answer] : Type.EmptyTypes,
        .. method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [],
        .. method.GetMethodBody()?.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType!) ?? [],
        .. Instructions.MembersNamedBy(method).SelectMany(OfMember),
    ];

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [.. method.GetGenericArguments(), method.DeclaringType!],
        _ => [member.DeclaringType!],
    };

    private static IEnumerable<Type> OfAttributes(MemberInfo member) => member.GetCustomAttributesData().Select(a => a.AttributeType);

    private static void Add(HashSet<Type> named, Type type)
    {
        if (type.HasElementType) Add(named, type.GetElementType()!);
        if (type.IsGenericParameter || type.HasElementType || !named.Add(type)) return;
        if (type is { IsGenericType: true, IsGenericTypeDefinition: false }) Add(named, type.GetGenericTypeDefinition());
        foreach (var argument in type.GetGenericArguments()) Add(named, argument);
    }
}
