using Mentorship.Api.Commands;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Matching.Reports;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Tour;

/// <summary>The tables of a tour: who could be matched and why not, how pairings and check-ins stand.</summary>
internal sealed class TourReport(VirtualHost host, CommunityId community, TextWriter output)
{
    public static async Task WriteAllotment(AllotmentReport report, TextWriter output)
    {
        await output.WriteLineAsync("The community is allotted:");
        await AllotTable.Write(report, output);
    }

    public async Task Write()
    {
        var pairings = await host.Read(community, async db => await db.Pairings.AsNoTracking().GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        var checkIns = await host.Read(community, async db => await db.CheckIns.AsNoTracking().Select(c => new { c.State, c.AnsweredLate, c.SentAt }).ToListAsync());
        var requests = await host.Read(community, async db => await db.Requests.AsNoTracking().GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        await output.WriteLineAsync($"It is {host.Clock.Now.InUtc():yyyy-MM-dd HH:mm} UTC, {TourOptions.Days} days later.");
        foreach (var row in requests.OrderBy(r => r.Key)) await Row("requests", row.Key, row.Count);
        foreach (var row in pairings.OrderBy(r => r.Key)) await Row("pairings", row.Key, row.Count);
        await Row("check-ins", "sent", checkIns.Count(c => c.SentAt is not null));
        foreach (var state in Enum.GetValues<CheckInState>().Where(s => s is CheckInState.Answered or CheckInState.Missed or CheckInState.Excused))
            await Row("check-ins", state, checkIns.Count(c => c.State == state));
        await Row("check-ins", "still open", checkIns.Count(c => c.State is CheckInState.Scheduled or CheckInState.Sent));
        await Row("notices", "handed over", host.Post.Messages);
        await Row("log lines", "looked through", host.Log.Lines);
    }

    private Task Row(string what, object state, int count) => output.WriteLineAsync($"  {what,-10} {state.ToString()!.ToLowerInvariant(),-15} {count,6}");
}
