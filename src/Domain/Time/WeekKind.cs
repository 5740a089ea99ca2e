namespace Mentorship.Domain.Time;

/// <summary>
/// A kind of week in the year of a newcomer's zone: how both clocks go through it, from its Monday on. Zones change rarely, so that the 53
/// weeks are of few kinds, and two weeks of one kind are shared alike by any two people of these zones.
/// </summary>
internal sealed class WeekKind(WeekSpan[] newcomer, WeekSpan[] mentor)
{
    public WeekSpan[] Newcomer { get; } = newcomer;

    public WeekSpan[] Mentor { get; } = mentor;

    public static WeekKind[] Between(ZoneYear newcomer, ZoneYear mentor)
    {
        List<WeekKind> kinds = [];
        for (var week = 0; week < ZoneYear.WeekCount; week++)
        {
            var (from, to) = (newcomer.Mondays[week], newcomer.Mondays[week + 1]);
            var kind = new WeekKind(newcomer.Through(from, to), mentor.Through(from, to));
            if (!kinds.Exists(kind.IsLike)) kinds.Add(kind);
        }
        return [.. kinds];
    }

    private bool IsLike(WeekKind other) => Newcomer.AsSpan().SequenceEqual(other.Newcomer) && Mentor.AsSpan().SequenceEqual(other.Mentor);
}
