using Mentorship.Domain.Communities;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>What would lengthen a short list: a must, a norm or a rule of the community, relaxed alone.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Sentence">What to relax, and what it would do.</param>
/// <param name="Adds">How many mentors could then be proposed who now could not, or only with a written reason.</param>
public sealed record Widening(string Code, string Sentence, int Adds)
{
    internal static Widening Of(string code, int adds, MentorRequest request, Policy policy) =>
        new(code, $"{Relaxed(code, request, policy)}, {adds} more could be proposed.", adds);

    private static string Relaxed(string code, MentorRequest request, Policy policy) => code switch
    {
        "wish-gender" => "Without the must for gender",
        "wish-age" => "Without the must for age",
        "wish-lived-experience" => "Without the must for lived experience",
        "wish-orientation" => "Without the must for orientation",
        "wish-first-language" => "Without the must for the first language",
        "mentor-not-confirmed" => "If they confirmed that they are available",
        "too-little-time" => $"If the community asked for less than {policy.MinimumWeeklyOverlapMinutes} shared minutes in every week",
        _ => $"{NormOf(code, request)} With a written reason for an exception",
    };

    private static string NormOf(string code, MentorRequest request) =>
        Norms.Texts(PathwayCatalogue.Current.Get(request.Pathway), request.Kind).First(norm => norm.Code == code).Sentence;
}
