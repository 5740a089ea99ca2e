using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Tests.Time;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching.Packed;

/// <summary>
/// Boards on which anything may be so: members of another community, mentors without a role or an offer, newcomers who mentor, words in
/// any case, pathways that nobody knows, weights of 0, and of everything a part that is not stated. The same for the same seed but for ids.
/// </summary>
internal sealed class WildCrowd
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati"];
    private static readonly string?[] Genders = ["woman", "man", "Trans woman", "female", "non-binary", "Non-Binary", "", null];
    private static readonly string[] Experience = ["parent", "Parent", "veteran", "bereaved", "carer"];
    private static readonly string[] Languages = ["en", "EN", "es", "pl"];
    private static readonly string[] Unknown = ["no-such-pathway"];
    private static readonly PairingState[] States = Enum.GetValues<PairingState>();
    private static readonly CommunityId Elsewhere = CommunityId.New();
    private readonly Random _random;

    private WildCrowd(int seed) => _random = new(seed);

    public static BoardRows Rows(int seed, int requests, int mentors)
    {
        var crowd = new WildCrowd(seed);
        var pathway = crowd.AnyPathway();
        Ask[] asks = [.. Enumerable.Range(0, requests).Select(_ => crowd.NewAsk(crowd.Odds(4) ? crowd.AnyPathway() : pathway))];
        Member[] members = [.. Enumerable.Range(0, mentors).Select(at => at == 0 ? asks[0].Newcomer : crowd.NewMentor(pathway))];
        if (crowd.Odds(2)) crowd.Offer(asks[0].Newcomer);
        return new(crowd.NewPolicy(), 3, Scene.Now, asks, members, [.. crowd.Earlier(asks, members)], [.. crowd.Apart(asks, members)])
        {
            Offers = [.. members.Where(_ => crowd.Odds(3)).Select(crowd.Answered)],
        };
    }

    private Policy NewPolicy() => new()
    {
        MinimumWeeklyOverlapMinutes = Any(0, 30, 60, 60, 180),
        ConfirmationDays = Any(20, 35, 35),
        Weights = Fit.FactorNames.Where(_ => Odds(2)).ToDictionary(name => name, _ => Odds(4) ? 0 : _random.Next(1, 41) / 4.0),
    };

    private string AnyPathway() => Any([.. PathwayCatalogue.Current.All.Select(it => it.Id)]);

    private Ask NewAsk(string pathway)
    {
        var newcomer = new Member(Odds(30) ? Elsewhere : Scene.Community, "A.", Roles.Newcomer, NewProfile(pathway), Scene.Now);
        return Scene.NewAsk(newcomer, pathway, Any(Enum.GetValues<RelationshipKind>()), NewWishes(), Scene.Now - Duration.FromHours(_random.Next(900)));
    }

    private Wishes NewWishes() => new()
    {
        MentorGenders = Odds(2) ? [] : [Any(Genders) ?? "woman", "man"],
        AgeFrom = Odds(2) ? _random.Next(18, 60) : null,
        AgeTo = Odds(2) ? _random.Next(40, 80) : null,
        LivedExperience = Some(Experience),
        Orientation = Any("spiritual", "secular", null),
        Musts = (Musts)(_random.Next(32) & _random.Next(32) & _random.Next(32)),
    };

    private Member NewMentor(string pathway)
    {
        var member = new Member(Odds(20) ? Elsewhere : Scene.Community, "B.", Roles.None, NewProfile(pathway), Scene.Now);
        if (!Odds(20)) Offer(member);
        return member;
    }

    private void Offer(Member member)
    {
        member.OfferToMentor(new()
        {
            Capacity = Odds(8) ? 0 : _random.Next(1, 5),
            Kinds = Odds(6) ? (Kinds)_random.Next(8) : (Kinds)7,
            NewcomerGenders = Odds(5) ? [Any(Genders) ?? "man", "woman"] : [],
            HasOwnMentor = Any(true, true, true, false, (bool?)null),
            ProgrammeWorked = Any(true, true, true, false, (bool?)null),
        }, Scene.Now - Duration.FromDays(_random.Next(38)));
        if (!Odds(15)) member.Vet(new LocalDate(2026, 11, 1).PlusDays(Odds(9) ? 1 : -_random.Next(400)));
        if (Odds(12)) member.PauseMentoring(Scene.Now);
        while (Odds(3) && member.Mentor!.FreePlaces > 0) member.TakePlace();
    }

    private Profile NewProfile(string pathway) => new()
    {
        Gender = Any(Genders),
        BirthYear = Odds(5) ? null : _random.Next(1950, 2009),
        Languages = Odds(20) ? [] : Odds(3) ? [.. Some(Languages)] : Odds(3) ? ["es", "en"] : ["en"],
        ZoneId = Any(Zones),
        Availability = Odds(3) ? SomeAvailability.From(_random) : Odds(9) ? WeeklyAvailability.Empty : WeeklyAvailability.Parse("Mon 00:00-24:00; Sat 00:00-24:00"),
        Modes = Odds(2) ? (MeetingModes)15 : Odds(3) ? MeetingModes.InPerson : (MeetingModes)_random.Next(16),
        Place = Odds(4) ? null : new Place(51 + (_random.NextDouble() / 2), 0),
        MaxDistanceKm = Odds(4) ? null : _random.Next(5, 80),
        RecoverySince = Odds(6) ? null : new LocalDate(2026, 11, 1).PlusDays(Odds(3) ? 40 - _random.Next(80) : -_random.Next(3000)),
        Pathways = Odds(20) ? Odds(2) ? [] : Unknown : Odds(8) ? [AnyPathway()] : Odds(2) ? [pathway] : [pathway, "lifering"],
        LivedExperience = Some(Experience),
    };

    private IEnumerable<KnownPairing> Earlier(Ask[] asks, Member[] mentors) =>
        from ask in asks
        from mentor in mentors
        where Odds(60)
        let request = Odds(5) ? RequestId.New() : ask.Request.Id
        select new KnownPairing(request, mentor.Id, ask.Newcomer.Id, ask.Request.Pathway, ask.Request.Kind, Any(States));

    private AnsweredOffers Answered(Member mentor)
    {
        var offers = _random.Next(1, 6);
        return new(mentor.Id, offers, _random.Next(offers + 1));
    }

    private IEnumerable<Separation> Apart(Ask[] asks, Member[] mentors) =>
        from ask in asks
        from mentor in mentors
        where Odds(40)
        select Odds(2) ? new Separation(ask.Newcomer.Id, mentor.Id) : new Separation(mentor.Id, ask.Newcomer.Id);

    private bool Odds(int against) => _random.Next(against) == 0;

    private T Any<T>(params T[] values) => values[_random.Next(values.Length)];

    private string[] Some(string[] values) => [.. values.Where(_ => _random.Next(3) == 0)];
}
