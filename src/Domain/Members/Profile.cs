using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Members;

/// <summary>What a member says about themselves so that a fitting pair can be found; everything but the zone, a language and a mode may be left unsaid.</summary>
public sealed record Profile
{
    /// <summary>Lower-case word of the member's own; null when unsaid.</summary>
    public string? Gender { get; init; }

    /// <summary>Year only: an age is enough to match and a birthday is not needed.</summary>
    public int? BirthYear { get; init; }

    /// <summary>ISO 639-1, the preferred one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>IANA zone in which availability and check-ins are meant.</summary>
    public string ZoneId { get; init; } = "Etc/UTC";

    public WeeklyAvailability Availability { get; init; } = WeeklyAvailability.Empty;

    public MeetingModes Modes { get; init; }

    /// <summary>Rounded to 0.01°, about a kilometre; used only where meeting in person is wished.</summary>
    public Place? Place { get; init; }

    /// <summary>Kilometres the member will travel; null when unsaid.</summary>
    public int? MaxDistanceKm { get; init; }

    /// <summary>First day of the present time in recovery; null when unsaid or where the pathway counts none.</summary>
    public LocalDate? RecoverySince { get; init; }

    /// <summary>Catalogue ids of the pathways the member follows, the first one foremost.</summary>
    public IReadOnlyList<string> Pathways { get; init; } = [];

    /// <summary>Words from the community's list, such as <c>parent</c> or <c>veteran</c>.</summary>
    public IReadOnlyList<string> LivedExperience { get; init; } = [];
}
