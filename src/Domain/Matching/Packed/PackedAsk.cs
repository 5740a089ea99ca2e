using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Factors;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// One request, ready to be held against any mentor by look-ups in its tables: the same verdict as the readable rules and factors give,
/// without their sentences. For one thread at a time.
/// </summary>
internal sealed class PackedAsk
{
    private readonly MentorColumns _mentors;
    private readonly WishTables _tables;
    private readonly Profile _newcomer;
    private readonly ushort[] _week;
    private readonly ZoneYears _years;
    private readonly SharedWeeks?[] _weeks;
    private readonly Broken _bars;
    private readonly int _limitKm;
    private readonly bool _countsTime;
    private readonly (double Availability, double Distance, double Time) _weights;

    public PackedAsk(Ask ask, Field field, Marks marks, MentorColumns mentors, Policy policy, ZoneYears years)
    {
        (Ask, Field, Marks, _mentors, _years, _newcomer) = (ask, field, marks, mentors, years, ask.Newcomer.Profile);
        (_tables, _weeks) = (new(ask, field.Pathway, mentors, policy), new SharedWeeks?[mentors.Zones.Count]);
        (_week, _bars, _limitKm) = (LocalWeek.EdgesOf(_newcomer.Availability), field.Bars, Travel.LimitOf(_newcomer));
        LeastMinutes = policy.MinimumWeeklyOverlapMinutes;
        _countsTime = field.Pathway.Clock is not null && ask.Request.Kind != RelationshipKind.AccountabilityPartner;
        _weights = (
            policy.WeightOf(AvailabilityFactor.It.Name), policy.WeightOf(DistanceFactor.It.Name),
            policy.WeightOf(TimeInRecoveryFactor.It.Name));
    }

    public Ask Ask { get; }

    public Field Field { get; }

    public Marks Marks { get; }

    /// <summary>The community's minimum of shared minutes in every week.</summary>
    public int LeastMinutes { get; }

    public Verdict Judge(int mentor)
    {
        var broken = BeforeTime(mentor);
        if ((broken & _bars) != Broken.None) return new(broken, -1);
        var minutes = Minutes(mentor);
        return minutes < LeastMinutes ? new(broken | Broken.TooLittleTime, -1) : new(broken, FitOf(mentor, minutes));
    }

    /// <summary>Every rule but that of shared time, which costs the most.</summary>
    public Broken BeforeTime(int mentor) => Field.BrokenBy[mentor]
        | Marks[mentor]
        | _tables.Genders[_mentors.Genders.Of[mentor]].Broken
        | _tables.Ages[_mentors.Ages.Of[mentor]].Broken
        | _tables.Experience[_tables.SharedExperience[_mentors.Experience.Of[mentor]]].Broken
        | _tables.Orientations[_mentors.Pathways.Of[mentor]].Broken
        | _tables.Languages[_mentors.Languages.Of[mentor]].Broken
        | Meeting(mentor);

    /// <summary>Minutes that both have in the least week of the coming year.</summary>
    public int Minutes(int mentor)
    {
        var zone = _mentors.Zones.Of[mentor];
        var weeks = _weeks[zone] ??= new(_week, _years.Between(_years.Of(_newcomer.ZoneId), _mentors.Zones.Values[zone]));
        return weeks.LeastMinutes(_mentors.WeekOf(mentor));
    }

    /// <summary>Whether the least week has the minutes that the community asks for.</summary>
    public bool HasTime(int mentor) => Minutes(mentor) >= LeastMinutes;

    private Broken Meeting(int mentor) => (_newcomer.Modes & _mentors.Modes[mentor]) switch
    {
        MeetingModes.None => Broken.NoSharedMode,
        MeetingModes.InPerson => Broken.TooFar.If(KilometresTo(mentor) is not { } km || km > LimitKm(mentor)),
        _ => Broken.None,
    };

    /// <summary>
    /// The sums are taken in the order of the factors, so that they are those of <see cref="Matching.Fit"/> to the last bit.
    /// </summary>
    private int FitOf(int mentor, int minutes)
    {
        var (sum, weight) = (_weights.Availability * AvailabilityFactor.ValueOf(minutes), _weights.Availability);
        Add(_tables.Experience[_tables.SharedExperience[_mentors.Experience.Of[mentor]]], ref sum, ref weight);
        Add(_tables.Orientations[_mentors.Pathways.Of[mentor]], ref sum, ref weight);
        Add(_tables.Ages[_mentors.Ages.Of[mentor]], ref sum, ref weight);
        Add(_tables.Genders[_mentors.Genders.Of[mentor]], ref sum, ref weight);
        Add(Distance(mentor), ref sum, ref weight);
        Add(_tables.Languages[_mentors.Languages.Of[mentor]], ref sum, ref weight);
        Add(_tables.Places[_mentors.Places.Of[mentor]], ref sum, ref weight);
        Add(Time(mentor), ref sum, ref weight);
        Add(_tables.Answers[_mentors.Answers.Of[mentor]], ref sum, ref weight);
        return Matching.Fit.InThousandths(weight > 0 ? sum / weight : 0);
    }

    private static void Add(Cell cell, ref double sum, ref double weight)
    {
        sum += cell.Weighted;
        weight += cell.Weight;
    }

    private Cell Distance(int mentor) =>
        (_newcomer.Modes & _mentors.Modes[mentor] & MeetingModes.InPerson) == 0 || KilometresTo(mentor) is not { } km
            ? default : Cell.Of(Broken.None, DistanceFactor.ValueOf(km, LimitKm(mentor)), _weights.Distance);

    private Cell Time(int mentor) => !_countsTime || _mentors.Since.Of[mentor] == Starts.Unsaid
        ? default : Cell.Of(Broken.None, TimeInRecoveryFactor.ValueOf(Field.DaysBeyond(mentor)), _weights.Time);

    private double? KilometresTo(int mentor) =>
        _newcomer.Place is { } place && _mentors.OnEarth.IsStated(mentor) ? place.KilometresTo(_mentors.OnEarth.Of(mentor)) : null;

    private int LimitKm(int mentor) => Math.Min(_limitKm, _mentors.OnEarth.LimitKm(mentor));
}
