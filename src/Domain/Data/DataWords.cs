using System.Text.Json;

namespace Mentorship.Domain.Data;

/// <summary>The words of an enum as data files and stored rows spell them: <c>NewcomerAsks</c> is <c>newcomer-asks</c>.</summary>
internal static class DataWords<T> where T : struct, Enum
{
    // Two arrays and not a dictionary: a dictionary of each enum has to be compiled apart, and that was most of the time to start.
    private static readonly T[] Values = (T[])Enum.GetValues(typeof(T));

    private static readonly string[] Texts = Array.ConvertAll(Enum.GetNames(typeof(T)), JsonNamingPolicy.KebabCaseLower.ConvertName);

    public static IReadOnlyList<string> All => Texts;

    public static bool TryParse(string? text, out T value)
    {
        var place = Array.IndexOf(Texts, text);
        value = place < 0 ? default : Values[place];
        return place >= 0;
    }

    public static string TextOf(T value) => Texts[Array.IndexOf(Values, value)];
}
