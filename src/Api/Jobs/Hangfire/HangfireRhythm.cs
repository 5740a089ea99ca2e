using NodaTime;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>
/// An entry's rhythm as the six-field cron expression (seconds first) that Hangfire's recurring jobs take; always read in UTC.
/// Cron counts from the full minute, hour or day, so it can only keep an interval that divides one of them; others are refused.
/// </summary>
internal static class HangfireRhythm
{
    public static string Of(JobEntry entry)
    {
        if (entry.Every == Duration.FromDays(1)) return "0 0 0 * * *";
        var seconds = entry.Every.TotalSeconds;
        if (Divides(seconds, 60)) return $"*/{seconds} * * * * *";
        if (Divides(seconds / 60, 60)) return $"0 */{seconds / 60} * * * *";
        if (Divides(seconds / 3600, 24)) return $"0 0 */{seconds / 3600} * * *";
        throw new ArgumentException($"The interval of {entry.Name} divides neither a minute nor an hour nor a day in whole seconds.");
    }

    private static bool Divides(double part, int whole) => double.IsInteger(part) && part > 0 && part < whole && whole % part == 0;
}
