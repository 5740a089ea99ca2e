using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>One row of the mentors' spreadsheet. What is not stated is null, and leaves what is known of the mentor as it is.</summary>
internal sealed record MentorRow : IRow
{
    public static readonly IReadOnlyList<string> Columns =
        [.. PersonRow.Columns, "mentee_capacity", "mentee_genders", "lived_experience", "kinds", "vetted_on", "has_own_mentor"];

    public required PersonRow Person { get; init; }
    public required int? Capacity { get; init; }
    public required string[]? NewcomerGenders { get; init; }
    public required string[]? LivedExperience { get; init; }
    public required Kinds? Kinds { get; init; }
    public required LocalDate? VettedOn { get; init; }
    public required bool? HasOwnMentor { get; init; }

    public static MentorRow Read(SheetRow row, Instant now)
    {
        var person = PersonRow.Read(row, now);
        return new MentorRow
        {
            Person = person,
            Capacity = row.Read("mentee_capacity", NumberCells.Capacity),
            NewcomerGenders = row.Read("mentee_genders", WordCells.Genders),
            LivedExperience = row.Read("lived_experience", WordCells.LivedExperience),
            Kinds = row.Require("kinds", WordCells.KindsOffered, "One or more of sponsor, temporary-contact and accountability-partner."),
            VettedOn = row.Read("vetted_on", TimeCells.DateUpTo(now, person.ZoneId)),
            HasOwnMentor = row.Read("has_own_mentor", NumberCells.YesNo),
        };
    }

    /// <summary>
    /// The offer with what the row states. Vetting attests that the programme was worked (docs/decisions/0014), unless the mentor
    /// has said so or otherwise.
    /// </summary>
    public MentorOffer OnTo(MentorOffer known, bool vets) => known with
    {
        Capacity = Capacity ?? known.Capacity,
        Kinds = Kinds!.Value,
        NewcomerGenders = NewcomerGenders ?? known.NewcomerGenders,
        HasOwnMentor = HasOwnMentor ?? known.HasOwnMentor,
        ProgrammeWorked = known.ProgrammeWorked ?? (vets ? true : null),
    };

    /// <summary>The columns in which the row says something else than the mentor; those of the offer only where there is one.</summary>
    public IEnumerable<string> DifferingFrom(Profile profile, MentorOffer? offer) =>
    [
        .. Differing.Columns(("lived_experience", LivedExperience ?? profile.LivedExperience, profile.LivedExperience)),
        .. offer is null ? [] : DifferingFrom(offer, OnTo(offer, vets: false)),
    ];

    private static IEnumerable<string> DifferingFrom(MentorOffer kept, MentorOffer row) => Differing.Columns(
        ("mentee_capacity", row.Capacity, kept.Capacity), ("mentee_genders", row.NewcomerGenders, kept.NewcomerGenders),
        ("kinds", row.Kinds, kept.Kinds), ("has_own_mentor", row.HasOwnMentor, kept.HasOwnMentor));
}
