using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// The mentors of a board as parallel arrays, by number in the order of their ids: all that a hard rule or a factor looks at.
/// </summary>
internal sealed class MentorColumns
{
    private readonly ushort[] _edges;
    private readonly int[] _firstEdge;

    public MentorColumns(IReadOnlyList<Member> mentors, History history, Policy policy, Instant now, ZoneYears years)
    {
        var count = mentors.Count;
        (Members, Standing, Kinds, Modes, _firstEdge) =
            (mentors, new Broken[count], new Kinds[count], new MeetingModes[count], new int[count + 1]);
        (Communities, Pathways, Genders, Ages) = (new(count), new(count), new(count), new(count));
        (Languages, Experience, Places, Facts, Zones) = (new(count, SameWords.It), new(count), new(count), new(count), new(count));
        (OnEarth, Answers) = (new(count), new(count));
        var (starts, edges) = (new int[count], new List<ushort>(8 * count));
        for (var at = 0; at < count; at++)
        {
            Zones.Put(at, years.Of(mentors[at].Profile.ZoneId));
            var today = Zones.Values[Zones.Of[at]].Today;
            PutProfile(at, mentors[at], today.Year);
            PutOffer(at, mentors[at]);
            Answers.Put(at, history.OffersTo(mentors[at].Id) is { } it ? new(it.Offers, it.Answered) : default);
            (Standing[at], starts[at]) = (StandingOf(mentors[at], policy, now, today), Starts.DayOf(mentors[at].Profile.RecoverySince));
            edges.AddRange(LocalWeek.EdgesOf(mentors[at].Profile.Availability));
            _firstEdge[at + 1] = edges.Count;
        }
        (_edges, Since, Today) = ([.. edges], new Starts(starts), Zones.Table(year => Starts.DayOf(year.Today)));
    }

    public IReadOnlyList<Member> Members { get; }
    public int Count => Members.Count;

    /// <summary>The rules that are broken whoever asks for whatever.</summary>
    public Broken[] Standing { get; }

    public Kinds[] Kinds { get; }
    public MeetingModes[] Modes { get; }
    public Classes<CommunityId> Communities { get; }
    public Classes<MentorPathways> Pathways { get; }
    public Classes<MentorGenders> Genders { get; }
    public Classes<MentorAge> Ages { get; }
    public Classes<IReadOnlyList<string>> Languages { get; }
    public ExperienceSets Experience { get; }
    public Classes<MentorPlaces> Places { get; }
    public Classes<MentorFacts> Facts { get; }
    public Classes<MentorAnswers> Answers { get; }
    public Classes<ZoneYear> Zones { get; }
    public MentorPlacesOnEarth OnEarth { get; }
    public Starts Since { get; }

    /// <summary>The date in each zone of <see cref="Zones"/>, in days of the Unix epoch.</summary>
    public int[] Today { get; }

    /// <summary>The edges of the mentor's windows in a week.</summary>
    public ReadOnlySpan<ushort> WeekOf(int mentor) => _edges.AsSpan(_firstEdge[mentor], _firstEdge[mentor + 1] - _firstEdge[mentor]);

    private void PutProfile(int at, Member member, int year)
    {
        var profile = member.Profile;
        Communities.Put(at, member.CommunityId);
        Pathways.Put(at, new(profile.Pathways));
        Genders.Put(at, new(profile.Gender, member.Mentor?.Offer.NewcomerGenders ?? []));
        Ages.Put(at, new(profile.BirthYear, year));
        Languages.Put(at, profile.Languages);
        Experience.Put(at, profile.LivedExperience);
        OnEarth.Put(at, profile);
        Modes[at] = profile.Modes;
    }

    /// <summary>Who does not mentor is told so by one rule, and the others are silent.</summary>
    private void PutOffer(int at, Member member)
    {
        var mentoring = member.Mentor;
        Kinds[at] = mentoring?.Offer.Kinds ?? (Kinds)(-1);
        Facts.Put(at, new(mentoring?.Offer.HasOwnMentor, mentoring?.Offer.ProgrammeWorked));
        Places.Put(at, mentoring is { Offer.Capacity: > 0 and var all, FreePlaces: var free } ? new(free, all) : default);
    }

    private static Broken StandingOf(Member member, Policy policy, Instant now, LocalDate today) => member.Mentor is not { } mentoring
        ? Broken.NotAMentor
        : Broken.NotAMentor.If(!member.Is(Roles.Mentor))
            | Broken.MentorNotVetted.If(!(mentoring.VettedOn <= today))
            | Broken.MentorPaused.If(mentoring.PausedAt is not null)
            | Broken.MentorNotConfirmed.If(now - mentoring.ConfirmedAt > Duration.FromDays(policy.ConfirmationDays))
            | Broken.MentorFull.If(mentoring.FreePlaces == 0);
}
