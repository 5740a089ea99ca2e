using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>One stretch of each week on a wall clock; one whose end is at or before its start ends on the next day.</summary>
public readonly record struct WeeklyWindow(IsoDayOfWeek Day, LocalTime From, LocalTime To)
{
    public bool EndsNextDay => To <= From;

    public override string ToString() => $"{DayNames.Short(Day)} {Clock(From)}-{Clock(To)}";

    private static string Clock(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";
}
