using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>A wish for a spiritual or a secular mentor, held against the pathways that the mentor follows.</summary>
internal static class OrientationWish
{
    /// <summary>Null where none is wished. Christian and Buddhist pathways count as spiritual.</summary>
    public static bool? IsMet(Prospect pair) => IsMet(pair.Wishes.Orientation, pair.Mentor.Pathways);

    public static bool? IsMet(string? wished, IReadOnlyList<Pathway> pathways) => wished switch
    {
        "secular" => pathways.Any(pathway => pathway.Orientation == Orientation.Secular),
        "spiritual" => pathways.Any(pathway => pathway.Orientation != Orientation.Secular),
        _ => null,
    };
}
