using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>The lived experiences that are wished for, held against those that the mentor names.</summary>
internal static class Experiences
{
    public static int Wished(Prospect pair) => Wished(pair.Wishes);

    public static int Wished(Wishes wishes) => wishes.LivedExperience.Distinct(StringComparer.OrdinalIgnoreCase).Count();

    public static int Shared(Prospect pair) => pair.Wishes.LivedExperience
        .Intersect(pair.Mentor.Profile.LivedExperience, StringComparer.OrdinalIgnoreCase).Count();
}
