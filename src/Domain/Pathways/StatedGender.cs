namespace Mentorship.Domain.Pathways;

/// <summary>
/// A gender as its owner wrote it, a free word. Only the plain words for a woman and a man are read, whatever came before in a life; all
/// others stay words, which are compared with each other and never sorted into the two.
/// </summary>
internal readonly record struct StatedGender(string Word)
{
    private const string WomanWord = "woman";
    private const string ManWord = "man";

    private static readonly Dictionary<string, string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["woman"] = WomanWord,
        ["female"] = WomanWord,
        ["trans woman"] = WomanWord,
        ["transgender woman"] = WomanWord,
        ["man"] = ManWord,
        ["male"] = ManWord,
        ["trans man"] = ManWord,
        ["transgender man"] = ManWord,
    };

    public bool IsStated => Word.Length > 0;

    public bool IsWoman => Word == WomanWord;

    public bool IsMan => Word == ManWord;

    public static StatedGender Of(string? text)
    {
        var word = (text ?? "").Trim();
        return new(Plain.GetValueOrDefault(word) ?? word.ToLowerInvariant());
    }
}
