using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>One member on a board, with what costs something to work out and is worked out once.</summary>
internal sealed class Side(Member member, Instant now)
{
    private YearOfAvailability? _year;

    public Member Member { get; } = member;

    public Profile Profile => Member.Profile;

    public StatedGender Gender { get; } = StatedGender.Of(member.Profile.Gender);

    /// <summary>The date at the member's own place.</summary>
    public LocalDate Today { get; } = now.InZone(Zones.Get(member.Profile.ZoneId)).Date;

    /// <summary>Those that the catalogue knows.</summary>
    public IReadOnlyList<Pathway> Pathways { get; } = [.. member.Profile.Pathways.Select(PathwayCatalogue.Current.Find).OfType<Pathway>()];

    public YearOfAvailability Year => _year ??= YearOfAvailability.Of(Profile.Availability, Zones.Get(Profile.ZoneId), now);

    /// <summary>
    /// Years by which the age lies outside <paramref name="from"/> to <paramref name="to"/>; null when unsaid. Only the year of birth
    /// is known, so that the birthday gets the benefit of the doubt.
    /// </summary>
    public int? YearsOutside(int? from, int? to)
    {
        if (Profile.BirthYear is not { } born) return null;
        var atMost = Today.Year - born;
        var atLeast = atMost - 1;
        return Math.Max(0, Math.Max((from ?? atMost) - atMost, atLeast - (to ?? atLeast)));
    }
}
