using System.Globalization;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What a simulated time looks like: bars of <c>#</c>, each chart by its own greatest number.</summary>
internal sealed class SimulationReport(Town town, TextWriter output)
{
    private const int Widest = 40;

    private static readonly (int Below, string Name)[] Waits =
        [(1, "under a day"), (3, "1 to 2 days"), (7, "3 to 6 days"), (14, "7 to 13 days"), (30, "14 to 29 days"), (int.MaxValue, "30 and more")];

    public async Task Write(Instant start)
    {
        await Chart("From asking to being introduced", await Read(Waiting));
        await Chart("Pairings", await Read(PairingStates));
        await CheckInsByWeek(start);
        await Chart("Steps of the ladder", await Read(Rungs));
        await Chart("Notices, by e-mail", await Read(db => Notices(db, Channel.Email, NoticeState.Sent)));
        await Chart("Notices, by text", await Read(db => Notices(db, Channel.Sms, NoticeState.Sent)));
        await Chart("Notices, in the inbox alone", await Read(db => Notices(db, Channel.Email, NoticeState.Dropped)));
        await Chart("Refused, for it was not possible then", [.. town.Refusals.Select(r => new Bar(r.Key, r.Value))]);
    }

    private Task<T> Read<T>(Func<MentorshipDb, Task<T>> read) => town.Host.Read(town.Coordinator.Community, read);

    private async Task<IReadOnlyList<Bar>> Waiting(MentorshipDb db)
    {
        var waits = await (
            from p in db.Pairings.AsNoTracking()
            where p.IntroducedAt != null
            join r in db.Requests on p.Request equals r.Id
            select new { r.RequestedAt, p.IntroducedAt }).ToListAsync();
        var days = waits.Select(w => (int)(w.IntroducedAt!.Value - w.RequestedAt).TotalDays).ToList();
        var open = await db.Requests.CountAsync(r => r.IsOpen == true);
        return [.. Waits.Select((w, i) => new Bar(w.Name, days.Count(d => d < w.Below && (i == 0 || d >= Waits[i - 1].Below)))), new Bar("waits still", open)];
    }

    private static async Task<IReadOnlyList<Bar>> PairingStates(MentorshipDb db)
    {
        var states = await db.Pairings.AsNoTracking().GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return [.. states.OrderBy(s => s.Key).Select(s => new Bar(Word(s.Key), s.Count))];
    }

    private static async Task<IReadOnlyList<Bar>> Rungs(MentorshipDb db)
    {
        var taken = await db.RungsTaken.AsNoTracking().GroupBy(t => t.Rung).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return [.. Enum.GetValues<RungCode>().Select(r => new Bar(Word(r), taken.Where(t => t.Key == r).Sum(t => t.Count)))];
    }

    private static async Task<IReadOnlyList<Bar>> Notices(MentorshipDb db, Channel channel, NoticeState state)
    {
        var kinds = await db.Notices.AsNoTracking().Where(n => n.Channel == channel && n.State == state).GroupBy(n => n.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return [.. kinds.OrderBy(k => k.Key).Select(k => new Bar(k.Key.Id(), k.Count))];
    }

    private async Task CheckInsByWeek(Instant start)
    {
        var checkIns = await Read(async db => await db.CheckIns.AsNoTracking().Select(c => new { c.DueAt, c.State }).ToListAsync());
        var weeks = checkIns.GroupBy(c => (int)((c.DueAt - start).TotalDays / 7)).OrderBy(w => w.Key)
            .Select(w => (w.Key, Answered: w.Count(c => c.State == CheckInState.Answered), Missed: w.Count(c => c.State == CheckInState.Missed),
                Excused: w.Count(c => c.State == CheckInState.Excused))).ToList();
        var most = weeks.Select(w => w.Answered + w.Missed + w.Excused).DefaultIfEmpty(1).Max();
        await output.WriteLineAsync("Check-ins by week: # answered, - missed, . excused");
        foreach (var (week, answered, missed, excused) in weeks)
            await output.WriteLineAsync($"  week {week + 1,3} {answered,6} {missed,6} {excused,6}  {Of('#', answered, most)}{Of('-', missed, most)}{Of('.', excused, most)}");
    }

    private async Task Chart(string title, IReadOnlyList<Bar> bars)
    {
        if (bars.Count == 0) return;
        var most = bars.Max(b => b.Count);
        await output.WriteLineAsync(title);
        foreach (var bar in bars) await output.WriteLineAsync($"  {bar.Name,-26} {bar.Count.ToString(CultureInfo.InvariantCulture),7}  {Of('#', bar.Count, most)}");
    }

    private static string Of(char letter, int count, int most) => new(letter, most == 0 ? 0 : (int)Math.Round((double)Widest * count / most));

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private sealed record Bar(string Name, int Count);
}
