using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mentorship.Api.Http;

/// <summary>An enum that may hold several values at once travels as a list of their words.</summary>
internal sealed class WordsConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsEnum && type.GetCustomAttribute<FlagsAttribute>() is not null;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

    /// <summary>The words of <typeparamref name="T"/>: its values that are not none.</summary>
    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly (string Word, int Flag)[] Words =
            [.. Enum.GetValues<T>().Select(v => (Word<T>.Of(v), Convert.ToInt32(v))).Where(w => w.Item2 != 0)];

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
            var flags = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) flags |= FlagOf(ref reader);
            return (T)Enum.ToObject(typeof(T), flags);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            var flags = Convert.ToInt32(value);
            foreach (var (word, flag) in Words)
                if ((flags & flag) == flag) writer.WriteStringValue(word);
            writer.WriteEndArray();
        }

        private static int FlagOf(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.String)
                foreach (var (word, flag) in Words)
                    if (reader.ValueTextEquals(word)) return flag;
            throw new JsonException();
        }
    }
}
