using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Simulation;

/// <summary>The coordinator's hour a day: allot who waits, approve what may be, look after what is on the list.</summary>
internal sealed class Desk(Town town)
{
    public async Task Allot()
    {
        var waits = await town.Host.Read(town.Coordinator.Community, async db => await db.Requests.AnyAsync(r => r.State == RequestState.Open));
        if (!waits) return;
        var draft = await town.Host.Send(new AllotMentors(town.Coordinator, new AllotmentOrder()));
        if (await StateOf(draft) != DraftState.Ready) await town.Host.Send(new WorkOnAllotments(town.Coordinator)); // a large community waits for the timetable
        await town.Try(new PublishAllotment(town.Coordinator, draft, Requests: null));
    }

    /// <summary>A proposal that no longer may be is dismissed.</summary>
    public async Task Approve()
    {
        var proposals = await town.Host.Read(town.Coordinator.Community, async db =>
            await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Proposed).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        foreach (var proposal in proposals)
            if (!await town.Try(new ApprovePairing(town.Coordinator, proposal, null, null)))
                await town.Try(new DismissPairing(town.Coordinator, proposal, null));
    }

    public async Task CloseConcerns()
    {
        var open = await town.Host.Read(town.Coordinator.Community, async db =>
            await db.Concerns.AsNoTracking().Where(c => c.ClosedAt == null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        foreach (var concern in open) await town.Try(new CloseConcern(town.Coordinator, concern, null));
    }

    private Task<DraftState> StateOf(Domain.AllotmentId draft) => town.Host.Read(town.Coordinator.Community, async db =>
        await db.Allotments.AsNoTracking().Where(d => d.Id == draft).Select(d => d.State).SingleAsync());
}
