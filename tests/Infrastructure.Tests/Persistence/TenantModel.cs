using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>What keeps every row inside its community, looked for in a model: one sentence for each entity type where it is missing.</summary>
internal static class TenantModel
{
    /// <summary>The entity types that are of no community, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfNoCommunity = new Dictionary<string, string>
    {
        ["Community"] = "it is the community",
        ["AccountUser"] = "an account may be linked to members of several communities",
        ["Session"] = "of an account",
        ["AccountToken"] = "of an address that may be nobody's",
        ["AccountMail"] = "to an address that may be nobody's",
        ["DataProtectionKey"] = "of the service",
        ["Uptime"] = "of the service",
        ["ReceivedText"] = "of a number that may be nobody's",
    };

    /// <summary>Ids that point at a row of the community without a foreign key, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> PointsFreely = new Dictionary<string, string>
    {
        ["AuditEntry.Actor"] = "the trail outlives the member",
    };

    public static IEnumerable<string> Problems(IModel model) => model.GetEntityTypes().SelectMany(Problems);

    private static IEnumerable<string> Problems(IEntityType type)
    {
        if (OfNoCommunity.ContainsKey(type.ShortName())) return [];
        if (!type.ClrType.IsAssignableTo(typeof(Entity))) return [$"{type.ShortName()} is no Entity and not listed as being of no community"];
        return [.. FilterProblems(type), .. KeyProblems(type), .. PointerProblems(type)];
    }

    private static IEnumerable<string> FilterProblems(IEntityType type)
    {
        if (type.FindDeclaredQueryFilter(MentorshipDb.CommunityFilter) is null) yield return $"{type.ShortName()} has no filter by community";
    }

    private static IEnumerable<string> KeyProblems(IEntityType type)
    {
        if (!BeginsWithCommunity(type.FindPrimaryKey()!.Properties)) yield return $"the key of {type.ShortName()} does not begin with the community";
        if (!type.GetForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Community))) yield return $"{type.ShortName()} points at no community";
        foreach (var key in type.GetForeignKeys().Where(k => !BeginsWithCommunity(k.Properties)))
            if (!OfNoCommunity.ContainsKey(key.PrincipalEntityType.ShortName()))
                yield return $"{type.ShortName()} could point at a {key.PrincipalEntityType.ShortName()} of another community";
    }

    private static IEnumerable<string> PointerProblems(IEntityType type) =>
        from property in type.GetProperties()
        let name = $"{type.ShortName()}.{property.Name}"
        where IsId(property.ClrType) && !property.IsPrimaryKey() && !property.IsForeignKey() && !PointsFreely.ContainsKey(name)
        select $"{name} points at a row without a foreign key";

    private static bool BeginsWithCommunity(IReadOnlyList<IProperty> properties) => properties[0].Name == nameof(Entity.CommunityId);

    private static bool IsId(Type type) => Nullable.GetUnderlyingType(type) is { } given
        ? IsId(given)
        : type != typeof(AccountId) && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));
}
