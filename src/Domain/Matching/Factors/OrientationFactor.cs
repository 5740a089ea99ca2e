namespace Mentorship.Domain.Matching.Factors;

/// <summary>1 where one of the mentor's pathways is of the wished-for orientation, else 0; applies where one is wished for.</summary>
internal static class OrientationFactor
{
    public static readonly Factor It = new("orientation", pair => OrientationWish.IsMet(pair) switch
    {
        true => new(1, $"{pair.ThisMentor} follows a pathway of the wished-for orientation."),
        false => new(0, $"{pair.ThisMentor} follows no pathway of the wished-for orientation."),
        null => null,
    });
}
