using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <param name="Gender">A word of the member's own; null when unsaid.</param>
/// <param name="BirthYear">Null when unsaid.</param>
/// <param name="Languages">ISO 639-1, the preferred one first.</param>
/// <param name="ZoneId">IANA zone.</param>
/// <param name="Availability">Weekly windows in that zone.</param>
/// <param name="Modes">in-person, video, phone, text.</param>
/// <param name="Place">To 0.01°; shown to the member alone.</param>
/// <param name="MaxDistanceKm">Null when unsaid.</param>
/// <param name="RecoverySince">Null when unsaid.</param>
/// <param name="Pathways">Catalogue ids, the foremost first.</param>
/// <param name="LivedExperience">Words of the member's own.</param>
public sealed record ProfileView(
    string? Gender, int? BirthYear, IReadOnlyList<string> Languages, string ZoneId, string Availability, MeetingModes Modes,
    Place? Place, int? MaxDistanceKm, LocalDate? RecoverySince, IReadOnlyList<string> Pathways, IReadOnlyList<string> LivedExperience)
{
    internal static ProfileView Of(Profile p) => new(
        p.Gender, p.BirthYear, p.Languages, p.ZoneId, p.Availability.ToString(), p.Modes,
        p.Place, p.MaxDistanceKm, p.RecoverySince, p.Pathways, p.LivedExperience);

    /// <summary>What a review needs: distance is judged by the engine, so that nobody else sees the place.</summary>
    internal static ProfileView ForReview(Profile p) => Of(p) with { Place = null };
}
