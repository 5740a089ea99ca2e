using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Domain.CheckIns.Ladder;

/// <summary>How a silence climbs.</summary>
public sealed partial class Silence
{
    /// <summary>
    /// It is looked at again after that time, also where its next rung is further off: what waits for longer was put off by a clock that was ahead.
    /// </summary>
    public static readonly Duration LongestWait = Duration.FromDays(7);

    private static readonly Duration BetweenReminders = Duration.FromHours(12), TimeAfterOutage = Duration.FromHours(4), LookAgain = Duration.FromHours(1);

    /// <summary>
    /// Takes the rung that is due, or says when it is; null when none was taken.
    /// <list type="number">
    /// <item>A sign of life, a stop or a rest since it began ends it here, before anybody is told.</item>
    /// <item>Each rung has a time of its own, counted from what really happened: after an outage they come one after the other, not at once.</item>
    /// <item>Who was told first could not say "I'm fine" while the service was away, nor show any other sign, so its hours and days do not
    /// count; at the end of an outage there are some hours more.</item>
    /// <item>Nobody is told the same again within its cool-down: the low rungs are passed over, for their check-in grows old; the others wait.</item>
    /// </list>
    /// </summary>
    public RungTaken? Climb(Standing standing, IReadOnlyList<Rung> ladder, Outages outages, Instant now)
    {
        if (IsOpen is null)
        {
            NextAt = null;
            return null;
        }
        if (LastAt > now) LastAt = now; // a clock was ahead
        if (standing.EndsBy(now) is { } end)
        {
            End(end, now);
            return null;
        }
        if (Next is null)
        {
            NextAt = now + LookAgain;
            return null;
        }
        var rung = ladder.Single(r => r.Code == Next);
        if (IsTooLate(rung, standing, now))
        {
            Pass(rung, ladder, standing.CheckIn);
            return null;
        }
        if (DueOf(rung, standing, outages, now) is var due && due > now)
        {
            NextAt = Instant.Min(due, now + LongestWait);
            return null;
        }
        if (rung.From is RungFrom.MemberTold or RungFrom.SilenceBegan && now - NextAt > LadderTimes.LongestDelay)
        {
            NextAt = now + TimeAfterOutage;
            return null;
        }
        return Take(rung, ladder, standing, now);
    }

    private RungTaken Take(Rung rung, IReadOnlyList<Rung> ladder, Standing standing, Instant now)
    {
        (Last, LastAt) = (rung.Code, now);
        Pass(rung, ladder, standing.CheckIn);
        Raise(CodeOf(rung.Code), SubjectOf(rung.Code), TellingOf(rung.Code) is { } kind ? [new Telling(standing.Told(rung.To), kind)] : []);
        return new RungTaken(this, rung.Code, standing.Told(rung.To), now);
    }

    /// <summary>The low rungs repeat one check-in: there is no sense in it by a way that is not there, once that is closed, or soon after another such note.</summary>
    private static bool IsTooLate(Rung rung, Standing standing, Instant now) =>
        rung.From == RungFrom.CheckInSent
        && (standing.CheckIn.State != CheckInState.Sent || !standing.ArrivesOpen(now) || standing.CoolsUntil(rung) > now
            || (rung.By == RungBy.Other && !standing.HasOtherWay));

    private Instant DueOf(Rung rung, Standing standing, Outages outages, Instant now)
    {
        var due = rung.From switch
        {
            RungFrom.CheckInSent when standing.CheckIn.SentAt is { } sent => Instant.Max(
                rung.Code == RungCode.Repeat ? standing.RepeatsAt(rung.After) : sent + rung.After, (LastAt + BetweenReminders) ?? sent),
            RungFrom.MemberTold => standing.FirstNote.LeftAt is { } left ? outages.After(left <= now ? left : LastAt ?? now, rung.After)
                : now + Duration.FromHours(1), // it waits for the mail, or for the morning
            RungFrom.SilenceBegan => Instant.Max(outages.After(BeganAt, rung.After), outages.After(LastAt ?? now, Duration.FromDays(1))),
            _ => now,
        };
        return standing.CoolsUntil(rung) is { } cool && cool > due ? cool : due;
    }

    /// <summary>On to the next rung; the one above the low ones is reached by misses alone, and above the last there is none.</summary>
    private void Pass(Rung rung, IReadOnlyList<Rung> ladder, CheckIn checkIn)
    {
        var above = ladder.FirstOrDefault(r => r.Code > rung.Code && r.From != RungFrom.Misses);
        if (rung.Code == RungCode.OtherWay || above is null) (Next, NextAt) = (null, above is null ? LastAt + LookAgain : null);
        else (Next, NextAt) = (above.Code, above.From switch
        {
            RungFrom.CheckInSent => checkIn.SentAt + above.After,
            RungFrom.SilenceBegan => LastAt + LookAgain,
            _ => LastAt + above.After,
        });
    }

    private Guid SubjectOf(RungCode rung) => rung is RungCode.Repeat or RungCode.OtherWay ? CheckIn.Value : Id.Value;

    private static NoticeKind? TellingOf(RungCode rung) => rung switch
    {
        RungCode.Repeat => NoticeKind.CheckInRepeated,
        RungCode.OtherWay => NoticeKind.CheckInOtherWay,
        RungCode.MemberFirst => NoticeKind.HelloUnlessFine,
        RungCode.Mentor => NoticeKind.HelloMightBeWelcome,
        _ => null, // the concern tells the coordinators
    };

    private static string CodeOf(RungCode rung) => rung switch
    {
        RungCode.Repeat => "check-in-repeated",
        RungCode.OtherWay => "check-in-sent-other-way",
        RungCode.MemberFirst => "silence-member-told",
        RungCode.Mentor => "silence-mentor-told",
        _ => "silence-coordinators-told",
    };
}
