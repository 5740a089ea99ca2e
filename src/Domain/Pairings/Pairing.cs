using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Pairings;

/// <summary>The relationship of one mentor and one newcomer, from proposal to closure; every step is refused with a code when it is not due.</summary>
public sealed partial class Pairing : Entity
{
    /// <summary>The line of the audit trail that says who overrode a norm.</summary>
    public const string NormOverridden = "norm-overridden";

    private Pairing() { }

    /// <summary>A proposal for review; neither person knows of it.</summary>
    public Pairing(MentorRequest request, MemberId mentor, int policyVersion, string grounds, Instant now)
    {
        CommunityId = request.CommunityId;
        Id = PairingId.New();
        (Mentor, Newcomer) = new Pair(mentor, request.Newcomer);
        (Request, Pathway, Kind) = (request.Id, request.Pathway, request.Kind);
        (PolicyVersion, Grounds, ProposedAt) = (policyVersion, grounds, now);
        Raise("pairing-proposed", Id.Value);
    }

    public PairingId Id { get; private init; }
    public RequestId Request { get; private set; }
    public MemberId Mentor { get; private set; }
    public MemberId Newcomer { get; private set; }
    public Pair Pair => new(Mentor, Newcomer);
    public string Pathway { get; private set; } = "";
    public RelationshipKind Kind { get; private set; }
    public PairingState State { get; private set; }

    /// <summary>True while it waits for review, else null: a unique key keeps one for each request and mentor.</summary>
    public bool? IsProposed { get; private set; } = true;

    /// <summary>Which of the newcomer's places on this pathway and kind it takes while open, from 0; null otherwise. A unique key keeps each place single.</summary>
    public int? Slot { get; private set; }

    /// <summary>The community's policy version under which it was proposed.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>Score, parts and applied rules as they stood at the proposal, as JSON; no contact detail, no answer.</summary>
    public string Grounds { get; private set; } = "";

    /// <summary>The coordinator's written reason for overriding a literature or custom norm, sealed.</summary>
    public Sealed? OverrideReason { get; private set; }

    public Instant ProposedAt { get; private set; }
    public Instant? ApprovedAt { get; private set; }

    /// <summary>
    /// When the present offer lapses; after a no to a mentor's yes, when it would have lapsed, and that mentor's place is free. Null when
    /// neither is to come.
    /// </summary>
    public Instant? AnswerBy { get; private set; }

    public Instant? MentorAcceptedAt { get; private set; }
    public Instant? IntroducedAt { get; private set; }
    public Instant? FirstMetAt { get; private set; }
    public Instant? ClosedAt { get; private set; }
    public ContactShare MentorShares { get; private set; }
    public ContactShare NewcomerShares { get; private set; }

    /// <summary>Whose answer is awaited; null when none is.</summary>
    public MemberId? Awaiting => State != PairingState.Approved ? null : MentorAcceptedAt is null ? Pair.Mentor : Pair.Newcomer;

    /// <summary>409 <c>pairing-wrong-state</c> once it was reviewed: said before any rule is judged, which the pairing itself would break.</summary>
    public void MustBeProposed() => Require(PairingState.Proposed);

    public void Approve(int slot, Duration answerWindow, Instant now)
    {
        MustBeProposed();
        (State, IsProposed, Slot, ApprovedAt, AnswerBy) = (PairingState.Approved, null, slot, now, now + answerWindow);
        Raise("pairing-approved", Id.Value, new Telling(Pair.Mentor, NoticeKind.PairingOffered));
    }

    public void Override(Sealed reason)
    {
        OverrideReason = reason;
        Raise(NormOverridden, Id.Value);
    }

    /// <summary>Silent: neither person is told.</summary>
    public void Dismiss(Instant now)
    {
        MustBeProposed();
        Close(PairingState.Dismissed, now, "pairing-dismissed");
    }

    /// <summary>Mentor first, then newcomer, who has as long as the mentor had; the second yes introduces them.</summary>
    public void Accept(MemberId by, ContactShare shares, Instant now)
    {
        RequireTurnOf(by, now);
        if (by == Pair.Mentor) AcceptAsMentor(shares, AnswerBy!.Value - ApprovedAt!.Value, now);
        else AcceptAsNewcomer(shares, now);
    }

    /// <summary>A "no" needs no reason; the other side is never told who said it.</summary>
    public void Decline(MemberId by, Instant now)
    {
        RequireTurnOf(by, now);
        Close(PairingState.Declined, now, "pairing-declined");
    }

    /// <summary>The two were parted by a block while the offer was out: it closes like a no, and nobody is told.</summary>
    public void CloseAsParted(Instant now)
    {
        Require(PairingState.Approved);
        Close(PairingState.Declined, now, "pairing-declined");
    }

    /// <summary>
    /// The answer window passed: the offer lapses, and one that was declined holds the mentor's place no longer. Does nothing before that.
    /// </summary>
    public bool LapseIfDue(Instant now)
    {
        if ((State != PairingState.Approved && !IsSilentNo) || now <= AnswerBy) return false;
        if (IsSilentNo) AnswerBy = null;
        else Close(PairingState.Lapsed, now, "pairing-lapsed");
        return true;
    }

    public void RecordFirstMeeting(MemberId by, Instant now)
    {
        RequireMember(by);
        Require(PairingState.Introduced);
        (State, FirstMetAt) = (PairingState.Active, now);
        Raise("pairing-first-met", Id.Value);
    }

    public void Pause(MemberId by)
    {
        RequireMember(by);
        Require(PairingState.Active, PairingState.Introduced);
        State = PairingState.Paused;
        Raise("pairing-paused", Id.Value);
    }

    /// <summary>Back to where it was: a pause before the first meeting leaves it to be recorded.</summary>
    public void Resume(MemberId by)
    {
        RequireMember(by);
        Require(PairingState.Paused);
        State = FirstMetAt is null ? PairingState.Introduced : PairingState.Active;
        Raise("pairing-resumed", Id.Value);
    }

    /// <summary>The mentor sees it from approval, the newcomer from the mentor's yes; before that, and for anyone else, it is <see cref="NotFound"/>.</summary>
    public void MustBeVisibleTo(MemberId member)
    {
        if (!IsVisibleTo(member)) throw new NotFound("pairing");
    }

    public bool IsVisibleTo(MemberId member) =>
        (member == Mentor && ApprovedAt is not null) || (member == Newcomer && MentorAcceptedAt is not null);

    public ContactShare SharedBy(MemberId member) => member == Pair.Mentor ? MentorShares : NewcomerShares;

    private void AcceptAsMentor(ContactShare shares, Duration answerWindow, Instant now)
    {
        (MentorAcceptedAt, MentorShares, AnswerBy) = (now, shares, now + answerWindow);
        Raise("pairing-accepted-by-mentor", Id.Value, new Telling(Pair.Newcomer, NoticeKind.PairingOffered));
    }

    private void AcceptAsNewcomer(ContactShare shares, Instant now)
    {
        (State, IntroducedAt, NewcomerShares, AnswerBy) = (PairingState.Introduced, now, shares, null);
        Raise("pairing-introduced", Id.Value,
            new Telling(Pair.Mentor, NoticeKind.PairingIntroduced), new Telling(Pair.Newcomer, NoticeKind.PairingIntroduced));
    }

    private void Close(PairingState state, Instant now, string code, params Telling[] tells)
    {
        (State, IsProposed, ClosedAt, Slot, EndsAt) = (state, null, now, null, null);
        if (state != PairingState.Declined || MentorAcceptedAt is null) AnswerBy = null;
        Raise(code, Id.Value, tells);
    }

    private void RequireTurnOf(MemberId by, Instant now)
    {
        RequireMember(by);
        if (!LooksUnansweredTo(by)) Require(PairingState.Approved);
        if (now > AnswerBy) throw new RuleBroken("offer-lapsed", "The time to answer has passed. Nothing else needs to be done.");
        if (Awaiting != by) throw new RuleBroken("not-your-turn", "Your answer is not asked for at this point.");
    }

    private void RequireMember(MemberId by)
    {
        if (!Pair.Has(by)) throw new NotFound("pairing");
    }

    private void Require(params ReadOnlySpan<PairingState> states)
    {
        if (!states.Contains(State)) throw new RuleBroken("pairing-wrong-state", "This step is not possible at this point. Load it again to see where it stands.");
    }
}
