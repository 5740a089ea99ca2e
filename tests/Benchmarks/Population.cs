using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// A made-up community by a fixed seed: eight pathways, eight zones, ten languages, twelve experiences, ages of 20 to 80, two to five windows
/// a week, one mentor in eight full, paused, unvetted or silent.
/// </summary>
internal sealed class Population(int seed)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    private static readonly CommunityId Community = CommunityId.New();
    private static readonly string[] Zones =
        ["Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/Dublin", "Europe/Berlin", "Australia/Sydney", "Asia/Kolkata"];
    private static readonly string[] Pathways = ["aa", "aa", "aa", "na", "na", "al-anon", "ga", "recovery-dharma", "lifering", "smart-recovery", "celebrate-recovery"];
    private static readonly string[] Languages = ["en", "en", "en", "en", "es", "fr", "de", "pt", "pl", "ur", "zh", "hi", "ga"];
    private static readonly string[] Experience =
        ["parent", "veteran", "bereaved", "carer", "student", "nurse", "homelessness", "chronic-pain", "justice", "young-person", "divorce", "retired"];
    private static readonly string[] Genders = ["woman", "man", "woman", "man", "woman", "man", "non-binary"];
    private readonly Random _random = new(seed);
    private readonly List<WeeklyAvailability> _weeks = [];

    public BoardRows Rows(int newcomers, int mentors)
    {
        _weeks.AddRange(Enumerable.Range(0, 2000).Select(_ => Week()));
        return new(Policy.Default, 1, Now, [.. Enumerable.Range(0, newcomers).Select(_ => NewAsk())], [.. Enumerable.Range(0, mentors).Select(_ => NewMentor())], [], []);
    }

    private Ask NewAsk()
    {
        var newcomer = new Member(Community, "N.", Roles.Newcomer, NewProfile(), Now);
        var (pathway, wishes) = (newcomer.Profile.Pathways[0], new Wishes
        {
            MentorGenders = Odds(2) ? [newcomer.Profile.Gender!] : [],
            AgeFrom = Odds(3) ? _random.Next(20, 50) : null,
            AgeTo = Odds(3) ? _random.Next(50, 80) : null,
            LivedExperience = Some(Experience, 2),
            Orientation = Odds(4) ? "spiritual" : null,
            Musts = Odds(3) ? Musts.Gender : Musts.None,
        });
        var kind = PathwayCatalogue.Current.Get(pathway).OffersKind(RelationshipKind.Sponsor) ? RelationshipKind.Sponsor : RelationshipKind.AccountabilityPartner;
        return new(new MentorRequest(Community, newcomer.Id, pathway, kind, wishes, Now - Duration.FromHours(_random.Next(2000))), newcomer);
    }

    private Member NewMentor()
    {
        var member = new Member(Community, "M.", Roles.None, NewProfile(), Now);
        member.OfferToMentor(new()
        {
            Capacity = Odds(16) ? 0 : _random.Next(1, 5),
            Kinds = Odds(4) ? Kinds.TemporaryContact | Kinds.AccountabilityPartner : (Kinds)7,
            NewcomerGenders = Odds(3) ? [member.Profile.Gender!] : [],
            HasOwnMentor = true,
            ProgrammeWorked = true,
        }, Now - Duration.FromDays(Odds(30) ? 40 : 10));
        if (!Odds(25)) member.Vet(new LocalDate(2026, 1, 1));
        if (Odds(30)) member.PauseMentoring(Now);
        return member;
    }

    private Profile NewProfile() => new()
    {
        Gender = Any(Genders),
        BirthYear = _random.Next(1946, 2006),
        Languages = Odds(4) ? [Any(Languages), "en"] : [Any(Languages)],
        ZoneId = Any(Zones),
        Availability = _weeks[_random.Next(_weeks.Count)],
        Modes = (MeetingModes)_random.Next(1, 16),
        Place = new Place(Math.Round(51 + _random.NextDouble(), 2), Math.Round(_random.NextDouble(), 2)),
        MaxDistanceKm = _random.Next(5, 60),
        RecoverySince = new LocalDate(2026, 11, 1).PlusDays(-_random.Next(100, 9000)),
        Pathways = [Any(Pathways)],
        LivedExperience = Some(Experience, 3),
    };

    private WeeklyAvailability Week() => WeeklyAvailability.Parse(string.Join("; ", Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Window())));

    private string Window()
    {
        var (day, hour) = (_random.Next(7), _random.Next(6, 20));
        return $"{"MonTueWedThuFriSatSun".Substring(3 * day, 3)} {hour:00}:00-{hour + _random.Next(1, 5):00}:{(Odds(3) ? 30 : 0):00}";
    }

    private string[] Some(string[] values, int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Any(values)).Distinct()];

    private bool Odds(int against) => _random.Next(against) == 0;

    private T Any<T>(T[] values) => values[_random.Next(values.Length)];
}
