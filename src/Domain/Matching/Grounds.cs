using System.Text.Json;
using Mentorship.Domain.Data;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>The JSON that a proposal keeps: why it was made, as it stood then.</summary>
internal static class Grounds
{
    public static string Of(Candidate candidate) => JsonSerializer.Serialize(
        new
        {
            Request = candidate.Request.Value,
            Mentor = candidate.Mentor.Value,
            candidate.PolicyVersion,
            Fit = candidate.Fit?.PerMille,
            Parts = candidate.Fit?.Parts.Select(part => new { part.Name, Value = Math.Round(part.Value, 3), part.Weight, part.Sentence }),
            Warnings = candidate.Warnings,
            Overridable = candidate.Exclusions.Select(e => new { e.Code, Firmness = DataWords<Firmness>.TextOf(e.Firmness), e.Sentence }),
        },
        JsonSerializerOptions.Web);
}
