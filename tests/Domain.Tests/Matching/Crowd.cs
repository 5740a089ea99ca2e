using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>A small random community, the same for the same seed but for its ids; answers of every kind, unsaid ones among them.</summary>
internal static class Crowd
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "America/Phoenix", "Europe/Dublin"];
    private static readonly string[] Windows = ["Mon 17:00-21:00", "Tue 18:00-23:00", "Sat 09:00-15:00", "Sun 22:00-04:00", "Thu 12:00-14:00"];
    private static readonly string?[] Genders = ["woman", "man", "non-binary", null];
    private static readonly string[] Experience = ["parent", "veteran", "bereaved"];

    public static BoardRows Rows(int seed, int requests, int mentors)
    {
        var random = new Random(seed);
        Ask[] asks = [.. Enumerable.Range(0, requests).Select(_ => NewAsk(random))];
        Member[] offers = [.. Enumerable.Range(0, mentors).Select(_ => NewMentor(random))];
        return new(Policy.Default, 1, Scene.Now, asks, offers,
            [.. Some(random, asks, offers).Select(p => new KnownPairing(p.Ask.Request.Id, p.Mentor, p.Ask.Newcomer.Id, p.Ask.Request.Pathway, p.Ask.Request.Kind, Any(random, Before)))],
            [.. Some(random, asks, offers).Select(p => new Separation(p.Mentor, p.Ask.Newcomer.Id))]);
    }

    private static readonly PairingState[] Before = [PairingState.Declined, PairingState.Lapsed, PairingState.Dismissed, PairingState.Proposed, PairingState.Active];

    private static IEnumerable<(Ask Ask, MemberId Mentor)> Some(Random random, Ask[] asks, Member[] mentors) =>
        from ask in asks
        from mentor in mentors
        where random.Next(20) == 0
        select (ask, mentor.Id);

    private static Ask NewAsk(Random random)
    {
        var profile = NewProfile(random);
        var wishes = new Wishes
        {
            MentorGenders = random.Next(2) == 0 ? [] : [Any(random, Genders) ?? "woman"],
            AgeFrom = random.Next(3) == 0 ? random.Next(20, 50) : null,
            AgeTo = random.Next(3) == 0 ? random.Next(50, 80) : null,
            LivedExperience = Subset(random, Experience),
            Orientation = Any(random, ["spiritual", "secular", null]),
            Musts = (Musts)(random.Next(32) & random.Next(32) & random.Next(32)),
        };
        return Scene.NewAsk(Scene.NewMember(profile), profile.Pathways[0], Any(random, AskedKinds), wishes, Scene.Now - Duration.FromHours(random.Next(500)));
    }

    private static readonly RelationshipKind[] AskedKinds = [RelationshipKind.Sponsor, RelationshipKind.Sponsor, RelationshipKind.AccountabilityPartner];

    private static Member NewMentor(Random random)
    {
        var offer = new MentorOffer
        {
            Capacity = random.Next(4),
            Kinds = (Kinds)(random.Next(8) | 1),
            NewcomerGenders = random.Next(3) == 0 ? [Any(random, Genders) ?? "man"] : [],
            HasOwnMentor = Any(random, [true, false, (bool?)null]),
            ProgrammeWorked = Any(random, [true, (bool?)null]),
        };
        var member = new Member(Scene.Community, "M.", Roles.None, NewProfile(random), Scene.Now);
        member.OfferToMentor(offer, Scene.Now - Duration.FromDays(random.Next(40)));
        if (random.Next(10) > 0) member.Vet(new LocalDate(2026, 1, 1));
        if (random.Next(10) == 0) member.PauseMentoring(Scene.Now);
        return member;
    }

    private static Profile NewProfile(Random random) => new()
    {
        Gender = Any(random, Genders),
        BirthYear = random.Next(5) == 0 ? null : random.Next(1950, 2008),
        Languages = Any(random, [["en"], ["en"], ["en", "es"], ["es", "en"], Array.Empty<string>()]),
        ZoneId = Any(random, Zones),
        Availability = WeeklyAvailability.Parse(string.Join("; ", Subset(random, Windows))),
        Modes = (MeetingModes)(random.Next(16) | random.Next(16)),
        Place = random.Next(4) == 0 ? null : new Place(51 + random.NextDouble(), 0),
        MaxDistanceKm = random.Next(4) == 0 ? null : random.Next(5, 80),
        RecoverySince = random.Next(6) == 0 ? null : new LocalDate(random.Next(2015, 2027), 1, 1),
        Pathways = Any(random, [["aa"], ["aa"], ["aa", "lifering"], ["celebrate-recovery"], ["recovery-dharma"], Array.Empty<string>()]) is { Length: > 0 } some ? some : ["al-anon", "aa"],
        LivedExperience = Subset(random, Experience),
    };

    private static T Any<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static string[] Subset(Random random, string[] values) => [.. values.Where(_ => random.Next(2) == 0)];
}
