using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// The yardstick of a shortlist: the same tests of bits, years and dates and the same overlap over arrays of masks, and nothing else: no fit, no
/// order, no reason, no counts. It takes all words to be known beforehand and everything to be stated, so that it can do with less.
/// </summary>
internal sealed class BarePass
{
    private readonly ushort[][] _weeks;
    private readonly bool[] _ready;
    private readonly Kinds[] _kinds;
    private readonly ulong[] _pathways, _languages, _experience, _genders, _newcomers;
    private readonly MeetingModes[] _modes;
    private readonly int[] _born, _since, _zone, _limit;
    private readonly Place[] _places;
    private readonly List<string> _words = [], _zones = [];
    private readonly ZoneYears _years = new(Population.Now);

    public BarePass(IReadOnlyList<Member> mentors)
    {
        _weeks = [.. mentors.Select(m => LocalWeek.EdgesOf(m.Profile.Availability))];
        _ready = [.. mentors.Select(m => m.Mentor is { PausedAt: null, VettedOn: not null, FreePlaces: > 0 } it && Population.Now - it.ConfirmedAt <= Duration.FromDays(35))];
        (_kinds, _modes, _places) = ([.. mentors.Select(m => m.Mentor!.Offer.Kinds)], [.. mentors.Select(m => m.Profile.Modes)], [.. mentors.Select(m => m.Profile.Place!.Value)]);
        (_pathways, _languages, _experience) = (Masks(mentors, p => p.Pathways), Masks(mentors, p => p.Languages), Masks(mentors, p => p.LivedExperience));
        (_genders, _newcomers) = (Masks(mentors, p => [p.Gender!]), [.. mentors.Select(m => MaskOf(m.Mentor!.Offer.NewcomerGenders))]);
        (_born, _since) = ([.. mentors.Select(m => m.Profile.BirthYear!.Value)], [.. mentors.Select(m => DayOf(m.Profile.RecoverySince!.Value))]);
        (_zone, _limit) = ([.. mentors.Select(m => NumberOf(_zones, m.Profile.ZoneId))], [.. mentors.Select(m => m.Profile.MaxDistanceKm!.Value)]);
    }

    /// <summary>How many may be proposed; minutes are added up so that nothing is left out as unused.</summary>
    public (int Allowed, long Minutes) Of(Ask ask)
    {
        var (newcomer, wishes) = (ask.Newcomer.Profile, ask.Request.Wishes);
        var weeks = _zones.ConvertAll(zone => new SharedWeeks(LocalWeek.EdgesOf(newcomer.Availability), _years.Between(_years.Of(newcomer.ZoneId), _years.Of(zone))));
        var (kind, pathway, gender, languages) = (ask.Request.Kind.AsFlag(), MaskOf([ask.Request.Pathway]), MaskOf([newcomer.Gender!]), MaskOf(newcomer.Languages));
        var genders = wishes.IsMust(Musts.Gender) && wishes.MentorGenders.Count > 0 ? MaskOf(wishes.MentorGenders) : ulong.MaxValue;
        var experience = wishes.IsMust(Musts.LivedExperience) ? MaskOf(wishes.LivedExperience) : 0;
        var until = 2026 - (wishes.IsMust(Musts.Age) ? wishes.AgeFrom ?? 0 : 0);
        var catalogued = PathwayCatalogue.Current.Get(ask.Request.Pathway);
        var before = catalogued.MinimumBasis is Firmness.Strict ? DayOf(new LocalDate(2026, 11, 2) - catalogued.MinimumFor(ask.Request.Kind)) : int.MaxValue;
        var (allowed, minutes) = (0, 0L);
        for (var at = 0; at < _ready.Length; at++)
        {
            if (!_ready[at] || (_kinds[at] & kind) == 0 || (_pathways[at] & pathway) == 0 || (_genders[at] & genders) == 0) continue;
            if (_newcomers[at] != 0 && (_newcomers[at] & gender) == 0) continue;
            if (_born[at] > until || _since[at] > before || (_experience[at] & experience) != experience || (_languages[at] & languages) == 0) continue;
            var modes = _modes[at] & newcomer.Modes;
            if (modes == 0 || modes == MeetingModes.InPerson && newcomer.Place!.Value.KilometresTo(_places[at]) > Math.Min(_limit[at], newcomer.MaxDistanceKm!.Value)) continue;
            if (weeks[_zone[at]].LeastMinutes(_weeks[at]) is not (>= 60 and var shared)) continue;
            (allowed, minutes) = (allowed + 1, minutes + shared);
        }
        return (allowed, minutes);
    }

    private ulong[] Masks(IReadOnlyList<Member> mentors, Func<Profile, IReadOnlyList<string>> words) => [.. mentors.Select(m => MaskOf(words(m.Profile)))];

    private ulong MaskOf(IReadOnlyList<string> words)
    {
        var mask = 0UL;
        foreach (var word in words) mask |= 1UL << NumberOf(_words, word);
        return mask;
    }

    private static int NumberOf(List<string> known, string word)
    {
        if (!known.Contains(word)) known.Add(word);
        return known.IndexOf(word);
    }

    private static int DayOf(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);
}
