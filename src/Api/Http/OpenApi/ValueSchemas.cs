using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>How the values travel that <see cref="Json"/> writes in a form of its own.</summary>
internal static class ValueSchemas
{
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var (type, mayBeNull) = Bare(context.JsonTypeInfo.Type);
        if (type == typeof(Instant)) Text(schema, mayBeNull, "date-time", "2026-10-25T17:00:00Z");
        else if (type == typeof(LocalDate)) Text(schema, mayBeNull, "date", "2026-10-25");
        else if (type == typeof(LocalTime)) Text(schema, mayBeNull, "time", "18:30");
        else if (type.IsEnum && type.GetCustomAttribute<FlagsAttribute>() is not null) List(schema, type);
        else if (type.IsEnum) schema.Type = JsonSchemaType.String | mayBeNull;
        else if (WordIn(context.ParameterDescription) is { } word) Words(schema, word);
        return Task.CompletedTask;
    }

    private static (Type Type, JsonSchemaType MayBeNull) Bare(Type declared) =>
        Nullable.GetUnderlyingType(declared) is { } type ? (type, JsonSchemaType.Null) : (declared, default);

    private static Type? WordIn(ApiParameterDescription? parameter) =>
        parameter?.ParameterDescriptor?.ParameterType is { } declared && Bare(declared).Type is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(Word<>) ? type.GenericTypeArguments[0] : null;

    private static void Text(OpenApiSchema schema, JsonSchemaType mayBeNull, string format, string example) =>
        (schema.Type, schema.Format, schema.Pattern, schema.Examples) = (JsonSchemaType.String | mayBeNull, format, null, [JsonValue.Create(example)]);

    private static void Words(OpenApiSchema schema, Type type) =>
        (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Names(type).Select(n => (JsonNode)JsonValue.Create(n))]);

    private static void List(OpenApiSchema schema, Type type)
    {
        var item = new OpenApiSchema();
        Words(item, type);
        item.Enum!.RemoveAt(0); // none is the empty list
        (schema.Type, schema.Enum, schema.Items) = (JsonSchemaType.Array, null, item);
    }

    private static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(Json.Words.ConvertName);
}
