using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching;

/// <summary>What went before between the members on a board.</summary>
internal sealed class History
{
    private readonly ILookup<MemberId, MemberId> _separated;
    private readonly ILookup<RequestId, (MemberId Mentor, PairingState State)> _states;
    private readonly ILookup<(MemberId Newcomer, string, RelationshipKind), MemberId> _held;
    private readonly ILookup<RequestId, MemberId> _proposed;
    private readonly Dictionary<MemberId, int> _promised;

    private readonly Dictionary<MemberId, AnsweredOffers> _offers;

    public History(BoardRows rows)
    {
        var (pairings, separations) = (rows.Pairings, rows.Separations);
        _separated = separations.Concat(separations.Select(s => new Separation(s.Other, s.One))).ToLookup(s => s.One, s => s.Other);
        _states = pairings.ToLookup(p => p.Request, p => (p.Mentor, p.State));
        _held = pairings.Where(p => p.State.HoldsPlace()).ToLookup(p => (p.Newcomer, p.Pathway, p.Kind), p => p.Mentor);
        var proposed = pairings.Where(p => p.State == PairingState.Proposed).ToList();
        _proposed = proposed.ToLookup(p => p.Request, p => p.Mentor);
        _promised = proposed.CountBy(p => p.Mentor).ToDictionary();
        _offers = rows.Offers.ToDictionary(o => o.Mentor);
    }

    /// <summary>Null where the mentor had no offer in the past year.</summary>
    public AnsweredOffers? OffersTo(MemberId mentor) => _offers.GetValueOrDefault(mentor);

    public bool AreSeparated(MemberId one, MemberId other) => _separated[one].Contains(other);

    /// <summary>Whom a member is never proposed to.</summary>
    public IEnumerable<MemberId> SeparatedFrom(MemberId member) => _separated[member];

    /// <summary>What became of each mentor who was looked at for a request.</summary>
    public IEnumerable<(MemberId Mentor, PairingState State)> Of(RequestId request) => _states[request];

    /// <summary>Whether the two were paired for this request in one of the <paramref name="states"/>.</summary>
    public bool Was(RequestId request, MemberId mentor, params ReadOnlySpan<PairingState> states)
    {
        foreach (var earlier in _states[request])
            if (earlier.Mentor == mentor && states.Contains(earlier.State)) return true;
        return false;
    }

    /// <summary>The mentors of the newcomer's open pairings like this request.</summary>
    public IEnumerable<MemberId> MentorsOf(MentorRequest request) => _held[(request.Newcomer, request.Pathway, request.Kind)];

    public bool HasProposal(RequestId request) => _proposed.Contains(request);

    /// <summary>How many of the mentor's places are promised to proposals that stand.</summary>
    public int PromisedBy(MemberId mentor) => _promised.GetValueOrDefault(mentor);
}
