using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Takes the rungs that are due where newcomers of one community do not answer; answers how many were looked at. Run by the timetable.
/// <list type="number">
/// <item>A check-in that waits some hours begins a silence, or belongs to the one that stands.</item>
/// <item>Each silence whose time has come ends by a sign of life, or takes its next rung: one a run.</item>
/// <item>Of a silence that is over, by whatever ended it, what stands on the coordinators' list is closed.</item>
/// <item>One transaction writes silences, rungs taken and notices. A second climber fails on the silence's version, or on a key: (silence, rung),
/// (subject, kind, recipient) of a notice, one open silence a member and pairing; it reads again, and nothing is doubled.</item>
/// </list>
/// </summary>
public sealed record ClimbLadder(Actor Actor, int BatchSize) : ICommand<int>, IActed;

internal sealed partial class ClimbLadderHandler(
    ISilenceBook book, IStore<Concern, ConcernId> concerns, IConcernBook raised, IMemberBook members, ICommunities communities,
    UptimeBook uptime, IClock clock, ILogger<ClimbLadderHandler> logger) : IRequestHandler<ClimbLadder, int>
{
    public async Task<int> Handle(ClimbLadder command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var times = (await communities.Current(cancellation)).Policy.Ladder;
        var begun = await Begin(Duration.FromHours(times.RepeatAfterHours), now, command.BatchSize, cancellation);
        var due = await book.Due(now, command.BatchSize, cancellation);
        var ladder = Rung.All(times);
        var coordinators = await members.CoordinatorsFor(
            [.. due.Where(s => s.Silence.Next == RungCode.Coordinators).Select(s => s.Silence.Member)], cancellation);
        var outages = due.Count == 0 ? Outages.None : await uptime.OutagesUntil(now, cancellation);
        foreach (var standing in due) Climb(standing, ladder, coordinators, outages, now);
        var over = due.Where(s => s.Silence.LeavesNothing).Select(s => s.Silence.Id).ToList();
        foreach (var concern in await raised.OpenOf(over, cancellation)) concern.Close(now);
        return Math.Max(begun, due.Count);
    }

    private async Task<int> Begin(Duration after, Instant now, int take, CancellationToken cancellation)
    {
        var waiting = await book.ToRepeat(now, take, cancellation);
        var unanswered = waiting.Where(w => w.CheckIn.WaitsFor(after, w.Quiet, w.ZoneId, now)).Select(w => w.CheckIn).ToList();
        var silences = await book.Around(unanswered, now, cancellation);
        foreach (var checkIn in unanswered) silences.Of(checkIn, now);
        foreach (var silence in silences.Begun)
        {
            silence.Await(now);
            book.Add(silence);
        }
        return waiting.Count;
    }

    private void Climb(
        Standing standing, IReadOnlyList<Rung> ladder, IReadOnlyDictionary<MemberId, IReadOnlyList<MemberId>> coordinators,
        Outages outages, Instant now)
    {
        var silence = standing.Silence;
        try
        {
            if (silence.Climb(standing, ladder, outages, now) is not { } taken) return;
            book.Add(taken);
            standing.Recent.Add(taken);
            if (taken.Rung == RungCode.Coordinators)
                concerns.Add(new Concern(
                    silence.CommunityId, ConcernKind.GoneQuiet, silence.Member, silence.Id.Value, coordinators[silence.Member], now));
        }
        catch (Exception failure)
        {
            PushedBack(logger, silence.Id.Value, failure.GetType().Name);
            silence.PushBack(now);
        }
    }

    [LoggerMessage(LogLevel.Error, "Silence {Silence} was pushed back by an hour: {Failure}")]
    private static partial void PushedBack(ILogger logger, Guid silence, string failure);
}
