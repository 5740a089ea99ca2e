using System.Collections.Concurrent;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Matching;

/// <summary>Requests and mentors side by side at one moment: who may be proposed to whom, and how well they suit each other.</summary>
public sealed class MatchingBoard
{
    private readonly BoardRows _rows;
    private readonly History _history;
    private readonly ZoneYears _years;
    private readonly Dictionary<RequestId, Ask> _asks;
    private readonly Dictionary<MemberId, Member> _mentors;
    private readonly ConcurrentDictionary<MemberId, Side> _sides = [];
    private readonly Lazy<PackedBoard> _packed;

    public MatchingBoard(BoardRows rows)
    {
        (_rows, _history, _years) = (rows, new History(rows), new ZoneYears(rows.Now));
        Asks = [.. rows.Asks.OrderBy(ask => ask.Request.RequestedAt).ThenBy(ask => ask.Request.Id.Value)];
        Mentors = [.. rows.Mentors.OrderBy(mentor => mentor.Id.Value)];
        (_asks, _mentors) = (Asks.ToDictionary(ask => ask.Request.Id), Mentors.ToDictionary(mentor => mentor.Id));
        _packed = new(() => new(rows, Mentors, _history, _years));
    }

    public Policy Policy => _rows.Policy;

    public int PolicyVersion => _rows.PolicyVersion;

    /// <summary>The moment of every judgement.</summary>
    public Instant Now => _rows.Now;

    /// <summary>Longest wait first.</summary>
    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<Member> Mentors { get; }

    /// <exception cref="NotFound">The request is not on this board.</exception>
    public Ask Ask(RequestId request) => _asks.GetValueOrDefault(request) ?? throw new NotFound("request");

    /// <exception cref="NotFound">The mentor is not on this board.</exception>
    public Member Mentor(MemberId mentor) => _mentors.GetValueOrDefault(mentor) ?? throw new NotFound("mentor");

    public bool Has(RequestId request) => _asks.ContainsKey(request);

    public bool HasMentor(MemberId mentor) => _mentors.ContainsKey(mentor);

    /// <summary>Whole days since the request was made, at least 0.</summary>
    public int DaysWaited(Ask ask) => Math.Max(0, (int)(Now - ask.Request.RequestedAt).TotalDays);

    /// <summary>Whether this very pair waits for review.</summary>
    public bool IsProposed(RequestId request, MemberId mentor) => _history.Was(request, mentor, PairingState.Proposed);

    /// <summary>Whether any proposal for the request waits for review.</summary>
    public bool HasProposal(RequestId request) => _history.HasProposal(request);

    /// <exception cref="NotFound">One of them is not on this board.</exception>
    public Candidate Judge(RequestId request, MemberId mentor) => Judge(Ask(request), Mentor(mentor));

    /// <summary>The best <paramref name="take"/> for one request, and why every other mentor is left out.</summary>
    public Shortlist Shortlist(RequestId request, int take = Matching.Shortlist.UsualLength) =>
        Matching.Shortlist.Of(this, Ask(request), take);

    /// <summary>Every request on the board that is open and has no proposal, at once.</summary>
    /// <exception cref="RuleBroken">A pinned pair breaks a hard rule, named by its code, or finds no place:
    /// <c>pin-no-place</c>.</exception>
    public Allotment Allot(
        AllotmentOrder? order = null, IProgress<AllotmentStep>? progress = null, CancellationToken cancellation = default) =>
        Allotting.Allot(this, order ?? new(), progress, cancellation);

    /// <summary>What this board holds, in digests.</summary>
    public BoardPrint PrintFor(AllotmentOrder order) => Printing.Of(this, order);

    /// <summary>The best who is left for each request whose offer fell through, longest wait first; none where nobody is.</summary>
    public IReadOnlyList<Candidate> NextProposals() => Succession.Next(this);

    /// <summary>For judging many pairs at once; made when first needed, of what is then on the board.</summary>
    internal PackedBoard Packed => _packed.Value;

    /// <summary>Whether one more place than the mentor offers may be offered, and would be free.</summary>
    internal bool WouldHavePlace(Member mentor) =>
        mentor.Mentor is { Offer.Capacity: < MentorOffer.MostCapacity and var places } && places + 1 > PlacesTaken(mentor);

    /// <summary>Days since the mentor's word that they are available, the present one counted.</summary>
    internal int DaysSinceConfirmed(Member mentor) => (int)Math.Ceiling((Now - mentor.Mentor!.ConfirmedAt).TotalDays);

    /// <summary>Whether an allotment has to find someone: the request is open and no proposal for it waits.</summary>
    internal bool IsToBeServed(Ask ask) => ask.Request.State == RequestState.Open && !HasProposal(ask.Request.Id);

    internal IEnumerable<string> HistoryLines() =>
        [.. _rows.Pairings.Select(p => $"{p.Request} {p.Mentor} {p.Newcomer} {p.State}"),
        .. _rows.Separations.Select(s => $"{s.One} {s.Other}"),
        .. _rows.Offers.Select(o => $"{o.Mentor} {o.Answered} of {o.Offers}")];

    /// <summary>The mentor's free places, less those that are promised to proposals which stand.</summary>
    public int PlacesLeft(Member mentor) => Math.Max(0, (mentor.Mentor?.FreePlaces ?? 0) - _history.PromisedBy(mentor.Id));

    /// <summary>The mentor's places that are held, or promised to proposals which stand.</summary>
    public int PlacesTaken(Member mentor) => (mentor.Mentor?.PlacesHeld ?? 0) + _history.PromisedBy(mentor.Id);

    internal Candidate Judge(Ask ask, Member mentor)
    {
        var pair = ProspectOf(ask, mentor);
        var (exclusions, warnings) = Eligibility.Judge(pair);
        var fit = exclusions.All(exclusion => exclusion.CanBeOverridden) ? Fit.Of(pair) : null;
        return new(ask.Request.Id, mentor.Id, exclusions, warnings, fit, PolicyVersion);
    }

    /// <summary>What a rule says of a pair that breaks it.</summary>
    internal string SentenceOf(string rule, Ask ask, Member mentor) => Eligibility.Sentence(rule, ProspectOf(ask, mentor));

    private Prospect ProspectOf(Ask ask, Member mentor) =>
        new(ask.Request, SideOf(ask.Newcomer), SideOf(mentor), _history, Policy, _rows.Now);

    private Side SideOf(Member member) => _sides.GetOrAdd(member.Id, static (_, of) => new Side(of.member, of._years), (member, _years));
}
