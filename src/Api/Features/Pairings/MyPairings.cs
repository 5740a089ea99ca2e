using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>The caller's own pairings, oldest first; contact details are read one at a time.</summary>
public sealed record MyPairings(Actor Actor, Cursor After, int Limit, bool RunningOnly = false) : IQuery<Page<PairingView>>, IActed;

internal sealed class MyPairingsHandler(MentorshipDb db, IClock clock) : IRequestHandler<MyPairings, Page<PairingView>>
{
    public async Task<Page<PairingView>> Handle(MyPairings query, CancellationToken cancellation)
    {
        var (you, now) = (query.Actor.Member, clock.GetCurrentInstant());
        var pairings = query.RunningOnly ? db.Pairings.Where(p => p.IntroducedAt != null && p.ClosedAt == null) : db.Pairings;
        var page = await (
            from p in pairings.AsNoTracking().After(query.After, p => p.ProposedAt, p => p.Id)
            where (p.Mentor == you && p.ApprovedAt != null) || (p.Newcomer == you && p.MentorAcceptedAt != null)
            join m in db.Members on p.Mentor equals m.Id
            join n in db.Members on p.Newcomer equals n.Id
            orderby p.ProposedAt, p.Id
            select new { Pairing = p, Mentor = m.DisplayName, Newcomer = n.DisplayName })
            .ToPage(query.Limit, r => new(r.Pairing.ProposedAt, r.Pairing.Id.Value), cancellation);
        return new([.. page.Items.Select(r => r.Pairing.ViewFor(you, you == r.Pairing.Mentor ? r.Newcomer : r.Mentor, null, now))], page.Next);
    }
}
