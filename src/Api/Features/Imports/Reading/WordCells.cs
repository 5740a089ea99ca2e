using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Cells that hold words, or lists of them parted by semicolons, commas or lines: no word of ours holds any of these.</summary>
internal static class WordCells
{
    private const int LongestGender = PlainWords.LongestGender, MostGenders = PlainWords.MostGenders;
    private const int LongestExperience = PlainWords.LongestExperience, MostExperience = PlainWords.MostExperience;
    private const string Any = "any";

    private static readonly char[] Between = [';', ',', '\n', '\r'];
    private static readonly string Pathways = string.Join(", ", PathwayCatalogue.Current.All.Select(p => p.Id));

    private static readonly Fault NotPathways = new("pathway-unknown", $"Pathways of the catalogue, parted by semicolons: {Pathways}.");
    private static readonly Fault NotGender = new("gender-invalid",
        "One word or two, at most 40 characters, such as woman, man or non-binary.");
    private static readonly Fault NotGenders = new("genders-invalid",
        "Either any, or at most ten genders of at most 40 characters, parted by semicolons.");
    private static readonly Fault NotLanguages = new("language-unknown",
        "Two-letter codes of ISO 639-1, such as en; es, the preferred one first.");
    private static readonly Fault NotModes = new("meeting-mode-unknown",
        "One or more of in-person, video, phone and text, parted by semicolons.");
    private static readonly Fault NotExperience = new("experience-invalid",
        "At most 16 words or short phrases of at most 60 characters, parted by semicolons.");
    private static readonly Fault NotKinds = new("kind-unknown",
        "One or more of sponsor, temporary-contact and accountability-partner, parted by semicolons.");
    private static readonly Fault NotKind = new("kind-unknown", "One of sponsor, temporary-contact and accountability-partner.");
    private static readonly Fault NotOrientation = new("orientation-unknown", "spiritual or secular; empty when it does not matter.");

    public static Cell<string> Gender(string text) => List(text) is [{ Length: <= LongestGender } word] && IsPlain(word) ? word : NotGender;

    /// <summary>Empty means any.</summary>
    public static Cell<string[]> Genders(string text) => List(text) switch
    {
        [Any] => (string[])[],
        { Length: > 0 and <= MostGenders } words when words.All(w => w != Any && w.Length <= LongestGender && IsPlain(w)) => words,
        _ => NotGenders,
    };

    public static Cell<string[]> LivedExperience(string text) =>
        List(text) is { Length: <= MostExperience } words && words.All(w => w.Length <= LongestExperience && IsPlain(w))
            ? words
            : NotExperience;

    public static Cell<string[]> PathwayIds(string text) =>
        Ids(text) is { Length: > 0 } ids && ids.All(id => PathwayCatalogue.Current.Find(id) is not null) ? ids : NotPathways;

    public static Cell<string[]> Languages(string text) =>
        List(text) is { Length: > 0 } codes && codes.All(LanguageCodes.IsKnown) ? codes : NotLanguages;

    public static Cell<MeetingModes?> Modes(string text)
    {
        var modes = Ids(text).Select(Mode).ToList();
        return modes.Count == 0 || modes.Contains(MeetingModes.None) ? NotModes : modes.Aggregate((a, b) => a | b);
    }

    public static Cell<Kinds?> KindsOffered(string text)
    {
        var kinds = Ids(text).Select(id => Kind(id).Value).ToList();
        return kinds.Count == 0 || kinds.Contains(null) ? NotKinds : kinds.Aggregate(Kinds.None, (all, kind) => all | kind!.Value.AsFlag());
    }

    public static Cell<RelationshipKind?> Kind(string text) =>
        Ids(text) is [var id] && RelationshipKinds.TryParse(id, out var kind) ? kind : NotKind;

    public static Cell<string> Orientation(string text) =>
        text.ToLowerInvariant() is ("spiritual" or "secular") and var word ? word : NotOrientation;

    private static MeetingModes Mode(string id) => id switch
    {
        "in-person" => MeetingModes.InPerson,
        "video" => MeetingModes.Video,
        "phone" => MeetingModes.Phone,
        "text" => MeetingModes.Text,
        _ => MeetingModes.None,
    };

    private static string[] Ids(string text) => [.. List(text).Select(word => word.Replace(' ', '-').Replace('_', '-'))];

    private static string[] List(string text) =>
        [.. text.ToLowerInvariant().Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static bool IsPlain(string word) => ShownText.IsSound(word);
}
