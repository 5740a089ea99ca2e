using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Http;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// No answer is seen beyond its audience, nor once its member hides it: a few pairings are read as their mentors see them, and all that
/// coordinators see of the last days.
/// </summary>
internal sealed class AudienceRules(Town town)
{
    private const int PairsADay = 3;

    private readonly Random _dice = new(1);

    private CommunityId Community => town.Coordinator.Community;

    public async Task<IReadOnlyList<string>> Broken()
    {
        var broken = new List<string>();
        foreach (var (pairing, mentor) in await SomePairs())
            if (await ShowsTooMuch(pairing, mentor)) broken.Add($"pairing {pairing} shows its mentor an answer that is not for them");
        if (await ShowCoordinatorsTooMuch()) broken.Add("coordinators see an answer that is not for them");
        return broken;
    }

    private async Task<IEnumerable<(PairingId, MemberId)>> SomePairs()
    {
        var pairs = await town.Read(db => db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Active).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Mentor }).ToArrayAsync());
        return pairs.Length == 0 ? [] : _dice.GetItems(pairs, PairsADay).Select(p => (p.Id, p.Mentor));
    }

    private async Task<bool> ShowsTooMuch(PairingId pairing, MemberId mentor)
    {
        var reader = new Actor(Community, mentor, Roles.Mentor);
        var seen = await town.Host.Send(new CheckInsOfPairing(reader, pairing, Since(days: 14), Cursor.MaxLimit));
        return seen.Items.Where(c => !c.Yours).Any(c => c.Answers.Any(a =>
            c.Layer == Layer.Monthly || a.Audience == Audience.Me || a.Text == Saying.For(Audience.Me) || IsHidden(c.Id, a)));
    }

    private async Task<bool> ShowCoordinatorsTooMuch()
    {
        for (Cursor? from = Since(days: 2); from is { } after;)
        {
            var page = await town.Host.Send(new AnswersForCoordinators(town.Coordinator, null, after, Cursor.MaxLimit));
            if (page.Items.Any(c => c.Answers.Any(a => !IsForCoordinators(a) || IsHidden(c.Id, a)))) return true;
            from = page.Next is null ? null : Cursor.Parse(page.Next);
        }
        return false;
    }

    private static bool IsForCoordinators(AnswerView answer) =>
        answer.Audience == Audience.Coordinator && (answer.Text is null || answer.Text == Saying.For(Audience.Coordinator));

    private bool IsHidden(Guid checkIn, AnswerView answer) => town.Hidden.Contains((new(checkIn), answer.Question));

    private Cursor Since(int days) => new(town.Now - Duration.FromDays(days), Guid.Empty);
}
