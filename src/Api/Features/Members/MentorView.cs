using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>What a mentor offers, and how they stand.</summary>
/// <param name="Kinds">sponsor, temporary-contact, accountability-partner.</param>
/// <param name="NewcomerGenders">Genders the mentor is comfortable with; empty means any. No reason is asked.</param>
/// <param name="HasOwnMentor">Null when unsaid.</param>
/// <param name="ProgrammeWorked">Null when unsaid.</param>
/// <param name="Standing">How they stand now.</param>
public sealed record MentorView(
    IReadOnlyList<RelationshipKind> Kinds, IReadOnlyList<string> NewcomerGenders, bool? HasOwnMentor, bool? ProgrammeWorked,
    MentorStanding Standing)
{
    internal static MentorView Of(MentorProfile mentor, int confirmationDays) => new(
        [.. Enum.GetValues<RelationshipKind>().Where(kind => mentor.Offer.Kinds.Includes(kind))], mentor.Offer.NewcomerGenders,
        mentor.Offer.HasOwnMentor, mentor.Offer.ProgrammeWorked, MentorStanding.Of(mentor, confirmationDays));
}

/// <param name="VettedOn">Null until a coordinator has met and vetted the mentor.</param>
/// <param name="PausedAt">Since when they take a break, UTC; null while they do not.</param>
/// <param name="ConfirmedUntil">Until when their word that they are available holds, UTC.</param>
/// <param name="Capacity">Newcomers at once.</param>
/// <param name="PlacesHeld">Places that are taken or held for an offer.</param>
public sealed record MentorStanding(LocalDate? VettedOn, Instant? PausedAt, Instant ConfirmedUntil, int Capacity, int PlacesHeld)
{
    internal static MentorStanding Of(MentorProfile mentor, int confirmationDays) => new(
        mentor.VettedOn, mentor.PausedAt, mentor.ConfirmedAt + Duration.FromDays(confirmationDays),
        mentor.Offer.Capacity, mentor.PlacesHeld);
}
