using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What the check-ins of one of the caller's pairings ask, and what they asked before, by layer.</summary>
public sealed record QuestionsOfPairing(Actor Actor, PairingId Pairing) : IQuery<ILookup<Layer, Question>>, IActed;

internal sealed class QuestionsOfPairingHandler(MentorshipDb db) : IRequestHandler<QuestionsOfPairing, ILookup<Layer, Question>>
{
    public async Task<ILookup<Layer, Question>> Handle(QuestionsOfPairing query, CancellationToken cancellation)
    {
        var me = query.Actor.Member;
        var id = await db.Pairings.Where(p => p.Id == query.Pairing && p.IntroducedAt != null && (p.Mentor == me || p.Newcomer == me))
            .Select(p => p.Pathway).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("pairing");
        var (pathway, own) = (PathwayCatalogue.Current.Get(id), (await db.PolicyOf(query.Actor.Community, cancellation)).Questions);
        return Enum.GetValues<Layer>().SelectMany(layer => Questions.EverOf(layer, pathway, own).Select(question => (layer, question)))
            .ToLookup(asked => asked.layer, asked => asked.question);
    }
}
