using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>English names of the days: three letters are written; any beginning of three letters or more is read, in any case.</summary>
internal static class DayNames
{
    public static readonly IReadOnlyList<IsoDayOfWeek> Week = Array.AsReadOnly(Enum.GetValues<IsoDayOfWeek>()[1..]);

    public static string Short(IsoDayOfWeek day) => day.ToString()[..3];

    public static bool TryRead(string name, out IsoDayOfWeek day)
    {
        day = name.Equals("weds", StringComparison.OrdinalIgnoreCase) ? IsoDayOfWeek.Wednesday : BeginningWith(name);
        return day != IsoDayOfWeek.None;
    }

    private static IsoDayOfWeek BeginningWith(string name) =>
        name.Length < 3
            ? IsoDayOfWeek.None
            : Week.FirstOrDefault(day => day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
