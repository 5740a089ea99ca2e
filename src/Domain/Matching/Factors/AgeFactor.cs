namespace Mentorship.Domain.Matching.Factors;

/// <summary>
/// 1 inside the wished-for ages, falling evenly to 0 at ten years outside; a half where the mentor's age is not stated. Applies where ages
/// are wished for.
/// </summary>
internal static class AgeFactor
{
    private const double FarYears = 10;

    public static readonly Factor It = new("age", pair =>
        pair.Wishes is { AgeFrom: null, AgeTo: null } ? null : pair.Mentor.YearsOutside(pair.Wishes.AgeFrom, pair.Wishes.AgeTo) switch
        {
            null => new(ValueOf(null), $"{pair.ThisMentor} has not stated an age."),
            0 => new(ValueOf(0), $"{pair.ThisMentor} is of a wished-for age."),
            < 10 and { } years => new(ValueOf(years), $"{pair.ThisMentor} is near the wished-for ages."),
            var years => new(ValueOf(years), $"{pair.ThisMentor} is far from the wished-for ages."),
        });

    /// <param name="yearsOutside">Null where the age is not stated.</param>
    public static double ValueOf(int? yearsOutside) => yearsOutside is { } years ? Math.Max(0, 1 - years / FarYears) : 0.5;
}
