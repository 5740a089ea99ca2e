namespace Mentorship.Api.Http;

/// <summary>A value of <typeparamref name="T"/> in an address, by the word that JSON has for it; numbers and other spellings are refused.</summary>
public readonly record struct Word<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Of);

    public static string Of(T value) => Json.Words.ConvertName(value.ToString());

    public static bool TryParse(string? text, out Word<T> word)
    {
        var known = Values.TryGetValue(text ?? "", out var value);
        word = new(value);
        return known;
    }
}
