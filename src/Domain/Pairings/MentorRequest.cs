using Mentorship.Domain.Notices;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Pairings;

/// <summary>open → offered → matched | withdrawn; a fallen offer goes back to open.</summary>
public enum RequestState
{
    Open,
    Offered,
    Matched,
    Withdrawn,
}

/// <summary>A newcomer's ask for one kind of mentor on one pathway; its clock starts at <see cref="RequestedAt"/> and is never set back.</summary>
public sealed class MentorRequest : Entity
{
    private MentorRequest() { }

    public MentorRequest(CommunityId community, MemberId newcomer, string pathway, RelationshipKind kind, Wishes wishes, Instant requestedAt)
    {
        CommunityId = community;
        Id = RequestId.New();
        (Newcomer, Pathway, Kind, Wishes, RequestedAt) = (newcomer, pathway, kind, wishes, requestedAt);
        Raise("request-opened", Id.Value, new Telling(newcomer, NoticeKind.RequestReceived));
    }

    /// <summary>
    /// A request that a coordinator took over from a spreadsheet or by hand; nobody is told, for the newcomer asked elsewhere.
    /// </summary>
    public static MentorRequest TakenOver(
        CommunityId community, MemberId newcomer, string pathway, RelationshipKind kind, Wishes wishes, Instant requestedAt, RequestId? id = null)
    {
        var request = new MentorRequest
        {
            CommunityId = community,
            Id = id ?? RequestId.New(),
            Newcomer = newcomer,
            Pathway = pathway,
            Kind = kind,
            Wishes = wishes,
            RequestedAt = requestedAt,
        };
        request.Raise("request-imported", request.Id.Value);
        return request;
    }

    public RequestId Id { get; private init; }
    public MemberId Newcomer { get; private set; }
    public string Pathway { get; private set; } = "";
    public RelationshipKind Kind { get; private set; }
    public Wishes Wishes { get; private set; } = Wishes.None;
    public Instant RequestedAt { get; private set; }
    public RequestState State { get; private set; }

    /// <summary>
    /// Counts what is changed of what the newcomer asks, and nothing else: their ETag. <see cref="Entity.Version"/> also counts offers,
    /// and would tell of somebody's no.
    /// </summary>
    public int Revision { get; private set; }

    /// <summary>True while open or offered, else null: a unique key keeps one for each newcomer, pathway and kind.</summary>
    public bool? IsOpen { get; private set; } = true;

    /// <summary>Set when an offer fell through and the next candidate is due to be proposed.</summary>
    public bool NeedsProposal { get; private set; }

    public void Wish(Wishes wishes)
    {
        MustBeOpen();
        (Wishes, Revision) = (wishes, Revision + 1);
    }

    public void Offer()
    {
        if (State != RequestState.Open) throw new RuleBroken("request-not-open", "This request is not open: another offer may be out.");
        (State, NeedsProposal) = (RequestState.Offered, false);
    }

    /// <summary>The offer was declined or lapsed: the request waits again, with its old clock.</summary>
    public void Reopen()
    {
        if (State == RequestState.Offered) (State, NeedsProposal) = (RequestState.Open, true);
    }

    public void ProposalMade() => NeedsProposal = false;

    /// <summary>Does nothing to a request that is closed already: what was taken back stays so.</summary>
    public void Match()
    {
        if (IsOpen == true) Close(RequestState.Matched, "request-matched");
    }

    public void Withdraw()
    {
        MustBeOpen();
        Revision++;
        Close(RequestState.Withdrawn, "request-withdrawn");
    }

    /// <summary>Throws <see cref="StaleVersion"/> unless this is the present <see cref="Revision"/>; null asks for no check.</summary>
    public void MustBeAtRevision(int? revision)
    {
        if (revision is { } expected && expected != Revision) throw new StaleVersion();
    }

    private void Close(RequestState state, string code)
    {
        (State, IsOpen, NeedsProposal) = (state, null, false);
        Raise(code, Id.Value);
    }

    private void MustBeOpen()
    {
        if (IsOpen is null) throw new RuleBroken("request-closed", "This request is closed. A new one can be made at any time.");
    }
}
