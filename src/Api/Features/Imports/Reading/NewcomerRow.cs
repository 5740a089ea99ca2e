using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>One row of the newcomers' spreadsheet. What is not stated is null, and leaves what is known of the wishes as it is.</summary>
internal sealed record NewcomerRow : IRow
{
    public static readonly IReadOnlyList<string> Columns =
    [
        .. PersonRow.Columns, "mentor_genders", "gender_required", "preferred_age_from", "preferred_age_to", "lived_experience_wanted",
        "orientation_preference", "kind", "requested_at",
    ];

    private static readonly Fault RangeBackwards = new("age-range", "At least as much as preferred_age_from.");

    public required PersonRow Person { get; init; }
    public required string[]? MentorGenders { get; init; }
    public required bool? GenderRequired { get; init; }
    public required int? AgeFrom { get; init; }
    public required int? AgeTo { get; init; }
    public required string[]? LivedExperience { get; init; }
    public required string? Orientation { get; init; }
    public required RelationshipKind? Kind { get; init; }
    public required Instant? RequestedAt { get; init; }

    /// <summary>What is asked for: the first pathway of the row, and the kind.</summary>
    public (string Pathway, RelationshipKind Kind) Asked => (Person.Pathways![0], Kind!.Value);

    public static NewcomerRow Read(SheetRow row, Instant now)
    {
        var read = new NewcomerRow
        {
            Person = PersonRow.Read(row, now),
            MentorGenders = row.Read("mentor_genders", WordCells.Genders),
            GenderRequired = row.Read("gender_required", NumberCells.YesNo),
            AgeFrom = row.Read("preferred_age_from", NumberCells.WishedAge),
            AgeTo = row.Read("preferred_age_to", NumberCells.WishedAge),
            LivedExperience = row.Read("lived_experience_wanted", WordCells.LivedExperience),
            Orientation = row.Read("orientation_preference", WordCells.Orientation),
            Kind = row.Require("kind", WordCells.Kind, "One of sponsor, temporary-contact and accountability-partner."),
            RequestedAt = row.Read("requested_at", TimeCells.InstantUpTo(now)),
        };
        if (read.AgeTo < read.AgeFrom) row.Wrong("preferred_age_to", RangeBackwards);
        if (read is { Kind: { } kind, Person.Pathways: [var first, ..] }) CheckOffered(row, PathwayCatalogue.Current.Get(first), kind);
        return read;
    }

    /// <summary>The wishes with what the row states; the ages are one wish.</summary>
    public Wishes OnTo(Wishes known) => known with
    {
        MentorGenders = MentorGenders ?? known.MentorGenders,
        AgeFrom = AgeFrom is null && AgeTo is null ? known.AgeFrom : AgeFrom,
        AgeTo = AgeFrom is null && AgeTo is null ? known.AgeTo : AgeTo,
        LivedExperience = LivedExperience ?? known.LivedExperience,
        Orientation = Orientation ?? known.Orientation,
        Musts = GenderRequired switch
        {
            true => known.Musts | Musts.Gender,
            false => known.Musts & ~Musts.Gender,
            null => known.Musts,
        },
    };

    /// <summary>The columns in which the row says something else than the wishes.</summary>
    public IEnumerable<string> DifferingFrom(Wishes kept)
    {
        var row = OnTo(kept);
        return Differing.Columns(
            ("mentor_genders", row.MentorGenders, kept.MentorGenders),
            ("gender_required", row.IsMust(Musts.Gender), kept.IsMust(Musts.Gender)),
            ("preferred_age_from", row.AgeFrom, kept.AgeFrom), ("preferred_age_to", row.AgeTo, kept.AgeTo),
            ("lived_experience_wanted", row.LivedExperience, kept.LivedExperience),
            ("orientation_preference", row.Orientation, kept.Orientation));
    }

    private static void CheckOffered(SheetRow row, Pathway pathway, RelationshipKind kind)
    {
        if (pathway.OffersKind(kind)) return;
        var offered = Enum.GetValues<RelationshipKind>().Where(pathway.OffersKind).Select(RelationshipKinds.TextOf);
        row.Wrong("kind", new Fault("kind-not-offered", $"On the first pathway of this row: {string.Join(" or ", offered)}."));
    }
}
