using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Http;

/// <summary>
/// How values travel: enums as words in kebab-case, as in the spreadsheets and on the command line, several of them as a list, instants as ISO 8601 in UTC, dates and times of day as ISO 8601.
/// What is read must be exactly what the documentation names: no unknown member, none twice, no number as text, no null where a value is needed.
/// </summary>
internal static class Json
{
    /// <summary>How the name of an enum's value becomes its word: <c>TemporaryContact</c> is <c>temporary-contact</c>.</summary>
    public static readonly JsonNamingPolicy Words = JsonNamingPolicy.KebabCaseLower;

    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(Bodies.Default, options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(SoundBodies.LeaveOutWhatMayBeNull).WithAddedModifier(SoundBodies.RefuseWhatCannotBeStored);
        options.Converters.Add(new WordsConverter());
        options.Converters.Add(new JsonStringEnumConverter(Words, allowIntegerValues: false));
        options.Converters.Add(new PatternConverter<Instant>(InstantPattern.ExtendedIso));
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")));
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && pattern.Parse(reader.GetString()!) is { Success: true } parsed ? parsed.Value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
