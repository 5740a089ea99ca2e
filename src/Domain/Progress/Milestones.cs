using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>The milestones of a pathway counted from a first day; none on a pathway that counts no time, has no set, or is a legacy one.</summary>
public static class Milestones
{
    private static readonly LocalTime FriendlyHour = new(10, 0);

    public static IReadOnlyList<Milestone> Reached(Pathway pathway, LocalDate since, LocalDate today) =>
        [.. From(pathway, since).TakeWhile(m => m.On <= today)];

    /// <summary>The next one; to be named, and never to be counted down to.</summary>
    public static Milestone? Next(Pathway pathway, LocalDate since, LocalDate today) =>
        From(pathway, since).FirstOrDefault(m => m.On > today);

    /// <summary>
    /// When to look next whether one is reached: at ten of every day in the zone, so that the time of looking tells no date. Null where
    /// there is nothing to be reached.
    /// </summary>
    public static Instant? NextLook(Pathway pathway, DateTimeZone zone, Instant now) =>
        HasAny(pathway) ? new LocalSchedule(new Rhythm.Daily(), FriendlyHour, zone).NextAfter(now).Due : null;

    /// <summary>The one to tell of: reached on this very day, at a time at which a note is welcome; a day that has passed is not told.</summary>
    internal static Milestone? ToTellAt(Pathway pathway, LocalDate since, ZonedDateTime now) =>
        now.TimeOfDay < FriendlyHour || QuietHours.Default.Includes(now.TimeOfDay)
        ? null
        : From(pathway, since).TakeWhile(m => m.On <= now.Date).LastOrDefault(m => m.On == now.Date && IsTold(m));

    private static bool HasAny(Pathway pathway) =>
        pathway is { Clock: not null, Status: PathwayStatus.Current, Milestones.Once.Count: > 0 };

    // Who sets a first day has just been in the app.
    private static bool IsTold(Milestone milestone) => !milestone.After.Equals(Period.Zero);

    private static IEnumerable<Milestone> From(Pathway pathway, LocalDate since)
    {
        if (pathway.Clock is not { } clock || !HasAny(pathway)) yield break;
        var (set, colours) = (pathway.Milestones, pathway.MilestoneColours);
        for (var i = 0; i < set.Once.Count; i++) yield return Of(set.Once[i], since, clock, colours.ElementAtOrDefault(i));
        if (set.ThenEvery is not { } every || set.Once is not [.., var after]) yield break;
        while (true) yield return Of(after += every, since, clock, colours.LastOrDefault());
    }

    private static Milestone Of(Period after, LocalDate since, Clock clock, string? colour) =>
        new(after, since + after, after.Equals(Period.Zero) ? "Welcome" : $"{Lengths.InWords(after)} {clock.Phrase}", colour);
}
