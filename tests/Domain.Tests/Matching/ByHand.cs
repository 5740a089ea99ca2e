using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Tests.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>The hard rules written down a second time, plainly and in one place, as a check on the first. For a <see cref="Crowd"/> only.</summary>
internal static class ByHand
{
    public static bool MayBeProposed(BoardRows rows, Ask ask, Member mentor)
    {
        var (request, newcomer, theirs, offer) = (ask.Request, ask.Newcomer.Profile, mentor.Profile, mentor.Mentor!);
        var earlier = rows.Pairings.Where(p => p.Newcomer == ask.Newcomer.Id).ToList();
        var pathway = PathwayCatalogue.Current.Get(request.Pathway);
        return mentor.Id != ask.Newcomer.Id && mentor.CommunityId == request.CommunityId
            && !rows.Separations.Any(s => (s.One, s.Other) == (mentor.Id, ask.Newcomer.Id) || (s.Other, s.One) == (mentor.Id, ask.Newcomer.Id))
            && !earlier.Any(p => p.Mentor == mentor.Id && p.State is PairingState.Declined or PairingState.Lapsed && p.Mentor == mentor.Id)
            && earlier.Count(p => p.State == PairingState.Active) < Math.Max(1, pathway.PlacesAtOnce(request.Kind))
            && !earlier.Any(p => p.Mentor == mentor.Id && p.State == PairingState.Active)
            && offer.VettedOn is not null && offer.PausedAt is null && (rows.Now - offer.ConfirmedAt).TotalDays <= 35
            && offer.PlacesHeld < offer.Offer.Capacity && offer.Offer.Kinds.Includes(request.Kind)
            && theirs.Pathways.Contains(request.Pathway) && NormsAllow(pathway, request.Kind, newcomer, theirs, offer.Offer)
            && MustsAreMet(request.Wishes, newcomer, theirs)
            && (offer.Offer.NewcomerGenders.Count == 0 || offer.Offer.NewcomerGenders.Contains(newcomer.Gender))
            && newcomer.Languages.Any(theirs.Languages.Contains) && TheyCanMeet(newcomer, theirs)
            && Minutes(newcomer, theirs) >= 60;
    }

    private static bool NormsAllow(Pathway pathway, RelationshipKind kind, Profile newcomer, Profile mentor, MentorOffer offer) =>
        Norms.Judge(pathway, kind, new(mentor.RecoverySince, DateAt(mentor), mentor.Gender, newcomer.Gender, offer.HasOwnMentor, offer.ProgrammeWorked))
            .All(finding => finding.Effect != Effect.Refuses);

    private static bool MustsAreMet(Wishes wishes, Profile newcomer, Profile mentor)
    {
        bool Must(Musts must) => (wishes.Musts & must) == must;
        var (age, secular) = (2026 - mentor.BirthYear, mentor.Pathways.Contains("lifering"));
        return (!Must(Musts.Gender) || wishes.MentorGenders.Count == 0 || wishes.MentorGenders.Contains(mentor.Gender))
            && (!Must(Musts.Age) || (wishes.AgeFrom is null || age >= wishes.AgeFrom) && (wishes.AgeTo is null || age - 1 <= wishes.AgeTo))
            && (!Must(Musts.LivedExperience) || wishes.LivedExperience.All(mentor.LivedExperience.Contains))
            && (!Must(Musts.Orientation) || wishes.Orientation != "secular" || secular)
            && (!Must(Musts.FirstLanguage) || newcomer.Languages.Count == 0 || mentor.Languages.Contains(newcomer.Languages[0]));
    }

    private static bool TheyCanMeet(Profile newcomer, Profile mentor) => (newcomer.Modes & mentor.Modes) switch
    {
        MeetingModes.None => false,
        MeetingModes.InPerson => newcomer.Place is { } one && mentor.Place is { } other
            && one.KilometresTo(other) <= (newcomer.MaxDistanceKm ?? 50) && one.KilometresTo(other) <= (mentor.MaxDistanceKm ?? 50),
        _ => true,
    };

    private static int Minutes(Profile one, Profile other) => OverlapOfInstants.LeastWeekMinutes(YearOf(one), YearOf(other));

    private static YearOfAvailability YearOf(Profile profile) =>
        YearOfAvailability.Of(profile.Availability, DateTimeZoneProviders.Tzdb[profile.ZoneId], Scene.Now);

    private static LocalDate DateAt(Profile profile) => Scene.Now.InZone(DateTimeZoneProviders.Tzdb[profile.ZoneId]).Date;
}
