using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>Reads what a board needs, and no more: nothing is tracked, for a board changes nothing.</summary>
internal sealed class MatchingBoards(MentorshipDb db, CommunityScope scope) : IMatchingBoards
{
    private static readonly Duration OneYear = Duration.FromDays(365);

    public Task<MatchingBoard> ForRequest(RequestId request, Instant now, CancellationToken cancellation) =>
        OfOne(request, db.Members.Where(m => m.Mentor != null), now, cancellation);

    public Task<MatchingBoard> ForPair(RequestId request, MemberId mentor, Instant now, CancellationToken cancellation) =>
        OfOne(request, db.Members.Where(m => m.Id == mentor), now, cancellation);

    public Task<MatchingBoard> ForAll(Instant now, CancellationToken cancellation) =>
        Of(db.Requests.Where(r => r.State == RequestState.Open), db.Members.Where(m => m.Mentor != null), now, cancellation);

    /// <summary>How many rows there are of each kind, and how often they were changed: every saved change counts its row's version.</summary>
    public async Task<string> MarkOfAll(CancellationToken cancellation)
    {
        var policy = await db.Communities.Where(c => c.Id == scope.Community).Select(c => c.Version).SingleAsync(cancellation);
        return $"{policy} {await MarkOf(db.Members)} {await MarkOf(db.Requests)} {await MarkOf(db.Pairings)} {await MarkOf(db.Blocks)}";

        async Task<string> MarkOf<T>(IQueryable<T> rows) where T : Entity =>
            $"{await rows.CountAsync(cancellation)}.{await rows.SumAsync(e => (long)e.Version, cancellation)}";
    }

    private async Task<MatchingBoard> OfOne(RequestId request, IQueryable<Member> mentors, Instant now, CancellationToken cancellation)
    {
        var board = await Of(db.Requests.Where(r => r.Id == request), mentors, now, cancellation);
        return board.Asks.Count == 1 ? board : throw new NotFound("request");
    }

    private async Task<MatchingBoard> Of(
        IQueryable<MentorRequest> requests, IQueryable<Member> mentors, Instant now, CancellationToken cancellation)
    {
        var community = await db.Communities.AsNoTracking().SingleAsync(c => c.Id == scope.Community, cancellation);
        return new(new BoardRows(
            community.Policy, community.Version, now,
            await requests.AsNoTracking().Join(db.Members, r => r.Newcomer, m => m.Id, (r, m) => new Ask(r, m)).ToListAsync(cancellation),
            await mentors.AsNoTracking().ToListAsync(cancellation),
            await PairingsOf(requests, cancellation),
            await SeparationsOf(requests).ToListAsync(cancellation))
        {
            Offers = await OffersTo(mentors, now - OneYear).ToListAsync(cancellation),
        });
    }

    /// <summary>
    /// Of the requests; held by their newcomers; and proposed to anyone, as long as that request is open. Three questions in one, because an
    /// index answers each and none answers them with "or" between them.
    /// </summary>
    private async Task<List<KnownPairing>> PairingsOf(IQueryable<MentorRequest> requests, CancellationToken cancellation)
    {
        var all = db.Pairings.AsNoTracking();
        var asked = from r in requests join p in all on r.Id equals p.Request select p;
        var held = from r in requests join p in all on r.Newcomer equals p.Newcomer where p.Slot != null select p;
        var proposed = from p in all
                       join r in db.Requests on p.Request equals r.Id
                       where p.State == PairingState.Proposed && r.State == RequestState.Open
                       select p;
        var rows = await Rows(asked).Concat(Rows(held)).Concat(Rows(proposed)).ToListAsync(cancellation);
        return [.. rows.DistinctBy(r => r.Id).Select(r => new KnownPairing(r.Request, r.Mentor, r.Newcomer, r.Pathway, r.Kind, r.State))];
    }

    private static IQueryable<Row> Rows(IQueryable<Pairing> pairings) => pairings.Select(p => new Row
    {
        Id = p.Id,
        Request = p.Request,
        Mentor = p.Mentor,
        Newcomer = p.Newcomer,
        Pathway = p.Pathway,
        Kind = p.Kind,
        State = p.State,
    });

    /// <summary>Those that the mentors said yes or no to, or let lapse; who is being asked has time.</summary>
    private IQueryable<AnsweredOffers> OffersTo(IQueryable<Member> mentors, Instant since) =>
        from p in db.Pairings.AsNoTracking()
        where p.ApprovedAt >= since && mentors.Any(m => m.Id == p.Mentor)
            && (p.MentorAcceptedAt != null || p.State == PairingState.Declined || p.State == PairingState.Lapsed)
        group p by p.Mentor into offers
        select new AnsweredOffers(
            offers.Key, offers.Count(), offers.Count(p => p.MentorAcceptedAt != null || p.State == PairingState.Declined));

    private IQueryable<Separation> SeparationsOf(IQueryable<MentorRequest> requests) =>
        from b in db.Blocks.AsNoTracking()
        where requests.Any(r => r.Newcomer == b.By || r.Newcomer == b.Against)
        select new Separation(b.By, b.Against);

    private sealed class Row
    {
        public required PairingId Id { get; init; }
        public required RequestId Request { get; init; }
        public required MemberId Mentor { get; init; }
        public required MemberId Newcomer { get; init; }
        public required string Pathway { get; init; }
        public required RelationshipKind Kind { get; init; }
        public required PairingState State { get; init; }
    }
}
