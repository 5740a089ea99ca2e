using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>One member on a board, with what costs something to work out and is worked out once.</summary>
internal sealed class Side(Member member, ZoneYears years)
{
    private ushort[]? _week;

    public Member Member { get; } = member;

    public Profile Profile => Member.Profile;

    public StatedGender Gender { get; } = StatedGender.Of(member.Profile.Gender);

    /// <summary>The date at the member's own place.</summary>
    public LocalDate Today => Year.Today;

    /// <summary>Those that the catalogue knows.</summary>
    public IReadOnlyList<Pathway> Pathways { get; } = [.. member.Profile.Pathways.Select(PathwayCatalogue.Current.Find).OfType<Pathway>()];

    public ZoneYear Year { get; } = years.Of(member.Profile.ZoneId);

    /// <summary>The edges of the windows in a week on the member's own clock.</summary>
    public ushort[] Week => _week ??= LocalWeek.EdgesOf(Profile.Availability);

    /// <summary>Minutes shared with a mentor in the least week of the coming year.</summary>
    public int WeeklyMinutesWith(Side mentor) => Overlap.LeastWeekMinutes(Week, mentor.Week, years.Between(Year, mentor.Year));

    /// <summary>
    /// Years by which the age lies outside <paramref name="from"/> to <paramref name="to"/>; null when unsaid. Only the year of birth
    /// is known, so that the birthday gets the benefit of the doubt.
    /// </summary>
    public int? YearsOutside(int? from, int? to) => YearsOutside(Profile.BirthYear, Today.Year, from, to);

    public static int? YearsOutside(int? born, int today, int? from, int? to)
    {
        if (born is not { } year) return null;
        var atMost = today - year;
        var atLeast = atMost - 1;
        return Math.Max(0, Math.Max((from ?? atMost) - atMost, atLeast - (to ?? atLeast)));
    }
}
