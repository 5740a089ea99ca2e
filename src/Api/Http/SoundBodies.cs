using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Mentorship.Api.Http;

/// <summary>What the serializer's own settings do not know of a body.</summary>
internal static class SoundBodies
{
    /// <summary>A member that may be null may be left out; every other one is needed.</summary>
    public static void LeaveOutWhatMayBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { IsNullable: true }) property.IsRequired = false;
    }

    /// <summary>No null inside a list of values, and no U+0000 in a text, which PostgreSQL cannot store.</summary>
    public static void RefuseWhatCannotBeStored(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var texts = type.Properties.Where(p => p.Get is not null && IsText(p)).Select(p => p.Get!).ToArray();
        var lists = type.Properties.Where(p => p.Get is not null && IsListOfValues(p)).Select(p => p.Get!).ToArray();
        if (texts.Length + lists.Length > 0) type.OnDeserialized = body => Check(body, texts, lists);
    }

    private static void Check(object body, Func<object, object?>[] texts, Func<object, object?>[] lists)
    {
        foreach (var text in texts) Require(text(body) is not string words || IsSound(words));
        foreach (var list in lists)
            foreach (var item in (IEnumerable?)list(body) ?? Array.Empty<object>()) Require(item is not null && (item is not string words || IsSound(words)));
    }

    private static void Require(bool sound)
    {
        if (!sound) throw new JsonException();
    }

    private static bool IsSound(string text) => !text.Contains('\0');

    private static bool IsText(JsonPropertyInfo property) => property.PropertyType == typeof(string);

    private static bool IsListOfValues(JsonPropertyInfo property) =>
        property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
        && property.AttributeProvider is PropertyInfo declared && ElementOf(new NullabilityInfoContext().Create(declared)) is { ReadState: NullabilityState.NotNull };

    private static NullabilityInfo? ElementOf(NullabilityInfo list) => list.ElementType ?? (list.GenericTypeArguments is [var element] ? element : null);
}
