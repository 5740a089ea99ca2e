using System.Globalization;
using System.Text;

namespace Mentorship.Domain.Notices;

/// <summary>
/// Letters as a reader sees them: accents, invisible characters and the full-width, mathematical and circled alphabets
/// are taken back to A to Z; case is kept. Look-alikes of another script (Cyrillic о) are left as they are.
/// </summary>
internal static class PlainLetters
{
    // string.Normalize cannot do this: with InvariantGlobalization, as in most builds, it returns its input unchanged.
    // A dot is a letter without one plain letter; it stays.
    private const string From00C0 =
        "AAAAAA.CEEEEIIIIDNOOOOO.OUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLl..Ll" +
        "NnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
    private const string From1E00 =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWw" +
        "WwWwWwWwXxXxYyZzZzZzhtwy.sss..AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    internal static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsUnseen(rune))
                plain.Append(Plain(rune));
        }
        return plain.ToString();
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string Plain(Rune rune) => rune.Value switch
    {
        < 0xC0 => rune.ToString(),
        <= 0x17F => FromTable(From00C0, 0xC0, rune),
        >= 0x1E00 and <= 0x1EFF => FromTable(From1E00, 0x1E00, rune),
        0x212A => "K",
        >= 0x24B6 and <= 0x24E9 => Alphabet[rune.Value - 0x24B6].ToString(),
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        >= 0xFF01 and <= 0xFF5E => ((char)(rune.Value - 0xFEE0)).ToString(),
        >= 0x1D400 and <= 0x1D6A3 => Alphabet[(rune.Value - 0x1D400) % Alphabet.Length].ToString(),
        _ => rune.ToString(),
    };

    private static string FromTable(string table, int start, Rune rune)
    {
        var index = rune.Value - start;
        return index < table.Length && table[index] != '.' ? table[index].ToString() : rune.ToString();
    }
}
