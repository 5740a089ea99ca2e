using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>What both spreadsheets say of a person. What is not stated is null, and leaves what is known of the person as it is.</summary>
internal sealed record PersonRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "display_name", "email", "phone", "pathways", "gender", "age", "languages", "time_zone", "availability", "meeting_modes",
        "latitude", "longitude", "max_distance_km", "sobriety_date",
    ];

    private static readonly Fault HalfPlace = new("place-incomplete", "Latitude and longitude together, or neither.");

    public required string? DisplayName { get; init; }
    public required string? Email { get; init; }
    public required string? Phone { get; init; }
    public required string[]? Pathways { get; init; }
    public required string? Gender { get; init; }
    public required int? Age { get; init; }
    public required string[]? Languages { get; init; }
    public required string? ZoneId { get; init; }
    public required WeeklyAvailability? Availability { get; init; }
    public required MeetingModes? Modes { get; init; }
    public required Place? Place { get; init; }
    public required int? MaxDistanceKm { get; init; }
    public required LocalDate? RecoverySince { get; init; }

    public static PersonRow Read(SheetRow row, Instant now)
    {
        var person = new PersonRow
        {
            DisplayName = row.Require("display_name", ContactCells.DisplayName, "The name that others see: a first name and an initial."),
            Email = row.Require("email", ContactCells.Email, "An e-mail address: it tells whether the person is already known."),
            Phone = row.Read("phone", ContactCells.Phone),
            Pathways = row.Require("pathways", WordCells.PathwayIds, "At least one pathway of the catalogue, such as aa."),
            Gender = row.Read("gender", WordCells.Gender),
            Age = row.Read("age", NumberCells.Age),
            Languages = row.Require("languages", WordCells.Languages, "At least one language as a two-letter code, such as en."),
            ZoneId = row.Require("time_zone", TimeCells.Zone, "An IANA time zone, such as Europe/London or America/New_York."),
            Availability = row.Read("availability", TimeCells.Availability),
            Modes = row.Require("meeting_modes", WordCells.Modes, "One or more of in-person, video, phone and text."),
            Place = ReadPlace(row),
            MaxDistanceKm = row.Read("max_distance_km", NumberCells.Distance),
            RecoverySince = null,
        };
        return person with { RecoverySince = row.Read("sobriety_date", TimeCells.DateUpTo(now, person.ZoneId)) };
    }

    /// <summary>The profile with what the row states. Pathways are joined when the person has another role that may rest on them.</summary>
    public Profile OnTo(Profile known, bool joinPathways, Instant now) => known with
    {
        Pathways = joinPathways ? [.. known.Pathways.Union(Pathways!)] : Pathways!,
        Gender = Gender ?? known.Gender,
        BirthYear = Age is { } age ? Born(age, known.BirthYear, now.InZone(Zones.Get(ZoneId!)).Year) : known.BirthYear,
        Languages = Languages!,
        ZoneId = ZoneId!,
        Availability = Availability ?? known.Availability,
        Modes = Modes!.Value,
        Place = Place ?? known.Place,
        MaxDistanceKm = MaxDistanceKm ?? known.MaxDistanceKm,
        RecoverySince = RecoverySince ?? known.RecoverySince,
    };

    /// <summary>
    /// The columns, but for contact details, in which <paramref name="row"/>, made by <see cref="OnTo"/>, says something else than the member.
    /// </summary>
    public IEnumerable<string> DifferingFrom(Member member, Profile row) => Differing.Columns(
        ("display_name", DisplayName, member.DisplayName),
        ("pathways", row.Pathways, member.Profile.Pathways),
        ("gender", row.Gender, member.Profile.Gender),
        ("age", row.BirthYear, member.Profile.BirthYear),
        ("languages", row.Languages, member.Profile.Languages),
        ("time_zone", row.ZoneId, member.Profile.ZoneId),
        ("availability", row.Availability, member.Profile.Availability),
        ("meeting_modes", row.Modes, member.Profile.Modes),
        ("latitude", row.Place?.Latitude, member.Profile.Place?.Latitude),
        ("longitude", row.Place?.Longitude, member.Profile.Place?.Longitude),
        ("max_distance_km", row.MaxDistanceKm, member.Profile.MaxDistanceKm),
        ("sobriety_date", row.RecoverySince, member.Profile.RecoverySince));

    // Who turns or turned so old this year was born in one of two years. What is known stays while it is one of them, so that an unchanged
    // file is unchanged after New Year.
    private static int Born(int age, int? known, int year) => known == year - age || known == year - age - 1 ? known.Value : year - age;

    private static Place? ReadPlace(SheetRow row)
    {
        var (latitude, longitude) = (row.Read("latitude", NumberCells.Latitude), row.Read("longitude", NumberCells.Longitude));
        if (row.HasText("latitude") != row.HasText("longitude")) row.Wrong(row.HasText("latitude") ? "longitude" : "latitude", HalfPlace);
        return latitude is { } north && longitude is { } east ? new Place(north, east) : null;
    }
}
