using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>What the norms are judged from; null is "not stated".</summary>
/// <param name="MentorSince">First day of the mentor's present time in recovery.</param>
/// <param name="Today">The date at the mentor's place.</param>
public sealed record NormFacts(
    LocalDate? MentorSince,
    LocalDate Today,
    string? MentorGender,
    string? NewcomerGender,
    bool? MentorHasMentor,
    bool? ProgrammeWorked);
