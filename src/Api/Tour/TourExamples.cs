using System.Text.Json;
using Mentorship.Api.Commands;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tour;

/// <summary>The end of a tour: one pair with the reasons for it and what came of it, and one person who stayed unmatched with what would change that.</summary>
internal sealed class TourExamples(VirtualHost host, CommunityId community, AllotmentReport report, TextWriter output)
{
    private sealed record Pair(Pairing Pairing, string Mentor, string Newcomer, string ZoneId);

    public async Task Write()
    {
        await OnePair();
        await OneUnmatched();
    }

    private async Task OnePair()
    {
        var waits = report.Matched.ToDictionary(row => row.Request);
        var found = (await Pairs()).Where(p => waits.ContainsKey(p.Pairing.Request)).OrderByDescending(p => waits[p.Pairing.Request].Fit)
            .ThenBy(p => p.Newcomer, StringComparer.Ordinal).FirstOrDefault();
        if (found is null) return;
        var row = waits[found.Pairing.Request];
        await output.WriteLineAsync($"One pair: {found.Mentor} and {found.Newcomer}, who had waited {row.DaysWaited} days. Their fit is {row.Fit} of 1000:");
        foreach (var part in JsonElement.Parse(found.Pairing.Grounds).GetProperty("parts").EnumerateArray())
            await output.WriteLineAsync($"  {part.GetProperty("value").GetDouble(),4:0.00}  {part.GetProperty("sentence").GetString()}");
        await WhatCame(found);
    }

    private async Task WhatCame(Pair pair)
    {
        var states = await host.Read(community, async db =>
            await db.CheckIns.AsNoTracking().Where(c => c.Pairing == pair.Pairing.Id && c.SentAt != null).Select(c => c.State).ToListAsync());
        var introduced = pair.Pairing.IntroducedAt!.Value.InZone(DateTimeZoneProviders.Tzdb[pair.ZoneId]);
        await output.WriteLineAsync(
            $"  Both said yes by {introduced.LocalDateTime:yyyy-MM-dd HH:mm} on the newcomer's clock; "
            + $"{states.Count} check-ins went out, {states.Count(s => s == CheckInState.Answered)} were answered.");
    }

    private async Task OneUnmatched()
    {
        var names = await host.Read(community, async db => await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.DisplayName));
        var found = report.Unmatched.OrderBy(row => row.Change is null).ThenByDescending(row => row.DaysWaited)
            .ThenBy(row => names[row.Newcomer], StringComparer.Ordinal).FirstOrDefault();
        if (found is null) return;
        await output.WriteLineAsync($"One person who was left: {names[found.Newcomer]}, who had waited {found.DaysWaited} days.");
        await output.WriteLineAsync($"  {found.Sentence}");
        await output.WriteLineAsync($"  {AllotTable.ChangeOf(found)}");
    }

    private Task<List<Pair>> Pairs() => host.Read(community, db =>
        (from p in db.Pairings.AsNoTracking()
         where p.IntroducedAt != null && p.ClosedAt == null
         join m in db.Members on p.Mentor equals m.Id
         join n in db.Members on p.Newcomer equals n.Id
         select new Pair(p, m.DisplayName, n.DisplayName, n.Profile.ZoneId)).ToListAsync());
}
