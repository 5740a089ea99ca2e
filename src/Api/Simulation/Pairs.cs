using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Requests;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>What two people do with their pairing on a day: meet, choose a rhythm, pause and go on, end it, block, and ask anew.</summary>
internal sealed class Pairs(Town town)
{
    private const int Hour = 60, Day = 24 * Hour;

    private readonly Rhythms _rhythms = new(town);

    public async Task LiveADay()
    {
        var running = await Rows(p => p.State == PairingState.Introduced || p.State == PairingState.Active);
        foreach (var pair in running) Live(pair, town[pair.Newcomer], town[pair.Mentor]);
        var yesterday = town.Now - Duration.FromDays(1);
        foreach (var pair in await Rows(p => p.State == PairingState.Ended && p.ClosedAt > yesterday))
            if (town[pair.Newcomer].Chance(0.7)) AskAnew(pair, town[pair.Newcomer]);
    }

    private void Live(Row pair, Person newcomer, Person mentor)
    {
        if (pair.State == PairingState.Introduced && newcomer.Chance(0.25))
            town.Later(newcomer, newcomer.Within(Hour, 20 * Hour), () => town.Try(new RecordFirstMeeting(newcomer.Me, pair.Id, null)));
        if (pair.IntroducedAt > town.Now - Duration.FromDays(1) && newcomer.Chance(0.6))
            town.Later(newcomer, newcomer.Within(Hour, 20 * Hour), () => _rhythms.Choose(newcomer, pair.Id));
        if (newcomer.Chance(0.005)) town.Later(newcomer, newcomer.Within(0, Day), () => Pause(newcomer, pair.Id));
        if (newcomer.Chance(mentor.HasVanished ? 0.08 : 0.003)) town.Later(newcomer, newcomer.Within(0, Day), () => End(newcomer, pair.Id));
        else if (mentor.Chance(0.001)) town.Later(mentor, mentor.Within(0, Day), () => End(mentor, pair.Id));
    }

    private async Task Pause(Person by, PairingId pairing)
    {
        if (!await town.Try(new PausePairing(by.Me, pairing, null))) return;
        town.Rests.Add((pairing, town.Now));
        town.Agenda.At(town.Now + by.Within(3 * Day, 14 * Day), () => town.Try(new ResumePairing(by.Me, pairing, null)));
    }

    private async Task End(Person by, PairingId pairing)
    {
        var isEnded = by.Chance(0.15) ? await town.Try(new BlockPartner(by.Me, pairing)) : await town.Try(new EndPairing(by.Me, pairing, null));
        if (isEnded) town.Rests.Add((pairing, town.Now));
    }

    private void AskAnew(Row pair, Person newcomer) =>
        town.Later(newcomer, newcomer.Within(Hour, 5 * Day), () => town.Try(new AskForMentor(newcomer.Me, pair.Pathway, pair.Kind, Wishes.None)));

    private Task<List<Row>> Rows(System.Linq.Expressions.Expression<Func<Pairing, bool>> of) => town.Host.Read(town.Coordinator.Community, async db =>
        await db.Pairings.AsNoTracking().Where(of).OrderBy(p => p.Id)
            .Select(p => new Row(p.Id, p.State, p.Mentor, p.Newcomer, p.Pathway, p.Kind, p.IntroducedAt)).ToListAsync());

    private sealed record Row(
        PairingId Id, PairingState State, MemberId Mentor, MemberId Newcomer, string Pathway, RelationshipKind Kind, Instant? IntroducedAt);
}
