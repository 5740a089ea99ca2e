using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <param name="DisplayName">What others see: at most 50 characters, a first name and perhaps an initial. Leave the surname out.</param>
/// <param name="AdultStated">True says that the person is 18 or older; once said it stays said.</param>
/// <param name="Gender">A word of the member's own; null when unsaid.</param>
/// <param name="BirthYear">Of an adult; null when unsaid.</param>
/// <param name="Languages">ISO 639-1, the preferred one first; at least one.</param>
/// <param name="ZoneId">IANA zone.</param>
/// <param name="Availability">Such as Mon 18:00-21:00; Sat 09:00-12:00, in that zone; an end at or before its start is on the next day.</param>
/// <param name="Modes">in-person, video, phone, text; at least one.</param>
/// <param name="Place">Where meeting in person is wished; kept to 0.01°, about a kilometre.</param>
/// <param name="MaxDistanceKm">1 to 1,000; null when unsaid.</param>
/// <param name="RecoverySince">First day of the present time in recovery; null when unsaid.</param>
/// <param name="Pathways">Catalogue ids, the foremost first.</param>
/// <param name="LivedExperience">At most 16 words of at most 60 letters, such as parent.</param>
public sealed record ProfileInput(
    string? DisplayName, bool? AdultStated, string? Gender, int? BirthYear, IReadOnlyList<string>? Languages,
    string? ZoneId, string? Availability, MeetingModes? Modes, PlaceInput? Place, int? MaxDistanceKm, LocalDate? RecoverySince,
    IReadOnlyList<string>? Pathways, IReadOnlyList<string>? LivedExperience)
{
    /// <summary>The profile, once <see cref="ProfileRules"/> found nothing wrong.</summary>
    internal Profile Read() => new()
    {
        Gender = string.IsNullOrWhiteSpace(Gender) ? null : PlainWords.Tidied(Gender),
        BirthYear = BirthYear,
        Languages = PlainWords.Tidied(Languages),
        ZoneId = ZoneId!,
        Availability = WeeklyAvailability.Parse(Availability ?? ""),
        Modes = Modes ?? MeetingModes.None,
        Place = Place?.Read(),
        MaxDistanceKm = MaxDistanceKm,
        RecoverySince = RecoverySince,
        Pathways = [.. (Pathways ?? []).Distinct()],
        LivedExperience = PlainWords.Tidied(LivedExperience),
    };

    /// <summary>
    /// Whether it says that the person is an adult. Who turns 18 this year may still be 17: then the year of birth does not say it.
    /// </summary>
    internal bool StatesAdultAt(Instant now) => AdultStated == true || now.InZone(Zones.Get(ZoneId!)).Year - BirthYear > 18;

    public override string ToString() => nameof(ProfileInput);
}

/// <param name="Latitude">-90 to 90.</param>
/// <param name="Longitude">-180 to 180.</param>
public sealed record PlaceInput(double? Latitude, double? Longitude)
{
    internal bool IsWhole => Latitude is not null && Longitude is not null;

    internal bool IsOnEarth => Latitude is null or (>= -90 and <= 90) && Longitude is null or (>= -180 and <= 180);

    internal Place Read() => new(Rounded(Latitude), Rounded(Longitude));

    private static double Rounded(double? degrees) => Math.Round(degrees!.Value, 2, MidpointRounding.AwayFromZero);
}
