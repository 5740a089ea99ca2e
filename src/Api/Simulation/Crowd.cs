using Mentorship.Api.Features.Members;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>Who people are: over both halves of the world, in zones that change their clocks on different dates or never.</summary>
internal static class Crowd
{
    private static readonly string[] Zones =
    [
        "Europe/London", "Europe/London", "Europe/Berlin", "America/New_York", "America/New_York", "America/Los_Angeles", "America/St_Johns",
        "America/Sao_Paulo", "America/Santiago", "Africa/Casablanca", "Africa/Johannesburg", "Asia/Kolkata", "Asia/Kathmandu",
        "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
    ];

    private static readonly string[] Pathways =
    [
        "aa", "aa", "aa", "na", "na", "smart-recovery", "smart-recovery", "recovery-dharma", "lifering", "al-anon", "oa", "ga",
        "women-for-sobriety", "celebrate-recovery",
    ];

    private static readonly string[] Names = ["Abe", "Bea", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jo", "Kofi", "Lin", "Mo", "Nia", "Omar", "Pia"];

    private static readonly string[] Windows =
    [
        "Mon 18:00-21:00; Wed 18:00-21:00; Sat 09:00-13:00", "Tue 17:00-21:00; Thu 17:00-21:00; Sun 10:00-14:00",
        "Mon 06:00-09:00; Fri 06:00-09:00; Sat 14:00-18:00", "Mon 12:00-14:00; Tue 12:00-14:00; Wed 12:00-14:00; Sun 15:00-20:00",
        "Sat 08:00-20:00; Sun 08:00-20:00",
    ];

    public static NewMember Describe(Person person, Instant now)
    {
        var pathway = PathwayCatalogue.Current.Get(person.Pick(Pathways));
        var kind = Enum.GetValues<RelationshipKind>().OrderBy(_ => person.Draw(0, 100)).First(pathway.OffersKind);
        return new NewMember(
            Profile(person, pathway, now), person.Email, person.Phone,
            person.Mentors ? Offer(person) : null, person.Mentors ? null : new NewAsk(pathway.Id, kind, Wishes: null, RequestedAt: null));
    }

    public static string ZoneOf(Person person) => person.Pick(Zones);

    private static ProfileInput Profile(Person person, Pathway pathway, Instant now)
    {
        var days = person.Mentors ? person.Draw(500, 5000) : person.Draw(2, 120);
        return new ProfileInput(
            $"{person.Pick(Names)} {(char)('A' + person.Draw(0, 26))}.", AdultStated: true, pathway.Id == "women-for-sobriety" ? "woman" : person.Pick(["woman", "man"]),
            BirthYear: person.Draw(1955, 2005), person.Chance(0.9) ? ["en"] : ["es", "en"], ZoneOf(person), person.Pick(Windows),
            MeetingModes.Phone | (person.Chance(0.7) ? MeetingModes.Video : MeetingModes.Text), Place: null, MaxDistanceKm: null,
            now.InUtc().Date.PlusDays(-days), [pathway.Id], LivedExperience: null);
    }

    private static MentorOfferInput Offer(Person person) => new(
        person.Draw(1, 5), [RelationshipKind.Sponsor, RelationshipKind.TemporaryContact, RelationshipKind.AccountabilityPartner],
        NewcomerGenders: null, HasOwnMentor: true, ProgrammeWorked: true);
}
