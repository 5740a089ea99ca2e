using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>A wish for certain genders held against what the other side states.</summary>
internal static class GenderWish
{
    /// <summary>Null where any gender is welcome; 1 when the wish is met, 0 when not, a half when none is stated.</summary>
    public static double? Met(IReadOnlyList<string> wished, StatedGender stated)
    {
        if (wished.Count == 0) return null;
        if (!stated.IsStated) return 0.5;
        return wished.Any(word => StatedGender.Of(word) == stated) ? 1 : 0;
    }
}
