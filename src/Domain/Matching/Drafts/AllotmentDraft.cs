using Mentorship.Domain.Matching.Reports;
using NodaTime;

namespace Mentorship.Domain.Matching.Drafts;

/// <summary>
/// An allotment as a draft, not a deed: worked out once, edited line by line, published whole or in part. Refuses with
/// <c>allotment-wrong-state</c>; a line that is not there is <see cref="NotFound"/>.
/// </summary>
public sealed class AllotmentDraft : Entity
{
    /// <summary>
    /// So many pairs of requests and mentors are worked out while the caller waits, in about a second; more go to the background.
    /// </summary>
    public const long MostPairsAtOnce = 1_000_000;

    /// <summary>So often it is taken up; a worker that never came back each time may have died of it.</summary>
    public const int MostAttempts = 3;

    private AllotmentDraft() { }

    public AllotmentDraft(CommunityId community, AllotmentOrder order, Instant now)
    {
        CommunityId = community;
        Id = AllotmentId.New();
        (Order, AskedAt) = (order, now);
        Raise("allotment-asked", Id.Value);
    }

    public AllotmentId Id { get; private init; }
    public AllotmentOrder Order { get; private set; } = new();
    public Instant AskedAt { get; private set; }
    public DraftState State { get; private set; }

    /// <summary>0 to 100, while it is worked on.</summary>
    public int Percent { get; private set; }

    /// <summary>judging, solving or explaining, while it is worked on.</summary>
    public string? Step { get; private set; }

    /// <summary>Until when its worker has it; past that it is taken up again. Null when nobody works on it.</summary>
    public Instant? HeldUntil { get; private set; }

    /// <summary>How often a worker took it up and did not come back.</summary>
    public int Attempts { get; private set; }

    public Instant? ReadyAt { get; private set; }

    /// <summary>What was worked out, as it was then; edits do not change it.</summary>
    public AllotmentReport? Report { get; private set; }

    /// <summary>What it was worked out from.</summary>
    public BoardPrint? Print { get; private set; }

    /// <summary>The matched first, then the unmatched, each longest wait first.</summary>
    public IReadOnlyList<DraftLine> Lines { get; private set; } = [];

    /// <summary>The code and the sentence of what stood in the way; null unless it failed.</summary>
    public string? FailureCode { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>
    /// Counts the community's publications: a unique key makes those at the same moment take turns. Null before the first.
    /// </summary>
    public int? Publication { get; private set; }

    /// <summary>
    /// One worker takes it, until <paramref name="until"/>; the version of this row decides between two. False, and it has failed, when
    /// <see cref="MostAttempts"/> workers have not come back from it.
    /// </summary>
    public bool TakeUp(Instant until)
    {
        Require(DraftState.Waiting, DraftState.Working);
        if (Attempts == MostAttempts)
            Fail("allotment-given-up", "The work on it was begun three times and never came to its end. Tell who runs the service; it may need "
                + "more memory. Then ask for it again.");
        else
            (State, HeldUntil, Percent, Step, Attempts) = (DraftState.Working, until, 0, null, Attempts + 1);
        return State == DraftState.Working;
    }

    /// <summary>Its worker is told to stop and gives it back: the next may take it at once, and it counts as no attempt.</summary>
    public void GiveBack()
    {
        Require(DraftState.Working);
        (State, HeldUntil, Percent, Step, Attempts) = (DraftState.Waiting, null, 0, null, Attempts - 1);
    }

    public void Finish(BoardPrint print, Allotment allotment, AllotmentReport report, Instant now)
    {
        Require(DraftState.Waiting, DraftState.Working);
        (State, HeldUntil, Percent, Step, ReadyAt) = (DraftState.Ready, null, 100, null, now);
        (Print, Report) = (print, report);
        Lines =
        [
            .. allotment.Pairs.Select(pair => DraftLine.Of(pair, IsPinned(pair.Request, pair.Mentor))),
            .. allotment.Unmatched.Select(DraftLine.Of),
        ];
        Raise("allotment-ready", Id.Value);
    }

    public void Fail(string code, string sentence)
    {
        Require(DraftState.Waiting, DraftState.Working);
        (State, HeldUntil, Step, FailureCode, Failure) = (DraftState.Failed, null, null, code, sentence);
    }

    public void Cancel()
    {
        Require(DraftState.Waiting, DraftState.Working);
        (State, HeldUntil, Step) = (DraftState.Cancelled, null, null);
        Raise("allotment-cancelled", Id.Value);
    }

    /// <summary>Silent: nobody but coordinators knows of a draft.</summary>
    public void Dismiss()
    {
        Require(DraftState.Ready);
        State = DraftState.Dismissed;
        Raise("allotment-dismissed", Id.Value);
    }

    /// <summary>How many lines of others than <paramref name="but"/> wait to be published with this mentor.</summary>
    public int WaitingWith(MemberId mentor, RequestId but) =>
        Lines.Count(line => line.CanBePublished && line.Mentor == mentor && line.Request != but);

    /// <summary>The coordinator puts somebody else, or somebody, here; judged before.</summary>
    public void Place(RequestId request, MemberId mentor, int fit, bool pinned) =>
        Edit(request, line => line with { Mentor = mentor, Fit = fit, Pinned = pinned, LeftOut = false });

    public void LeaveOut(RequestId request) =>
        Edit(request, line => line with { Mentor = null, Fit = 0, Pinned = false, LeftOut = true });

    /// <summary>Back to what the allotment chose.</summary>
    public void Restore(RequestId request) =>
        Edit(request, line => line with
        {
            Mentor = line.Allotted,
            Fit = line.AllottedFit,
            Pinned = line.Allotted is { } mentor && IsPinned(request, mentor),
            LeftOut = false,
        });

    public DraftLine Line(RequestId request) => Lines.FirstOrDefault(line => line.Request == request) ?? throw new NotFound("line");

    /// <summary>
    /// The proposals that were made of its lines, as publication <paramref name="number"/>; published once no line is left.
    /// </summary>
    public void Publish(int number, IReadOnlyDictionary<RequestId, PairingId> proposals)
    {
        MustBePublishable();
        Publication = number;
        Lines = [.. Lines.Select(line => proposals.TryGetValue(line.Request, out var made) ? line with { Proposal = made } : line)];
        if (!Lines.Any(line => line.CanBePublished)) State = DraftState.Published;
        Raise("allotment-published", Id.Value);
    }

    /// <summary>What is different on <paramref name="now"/>; requests that went because it proposed them are not told.</summary>
    public BoardChanges ChangesUntil(BoardPrint now)
    {
        var own = Lines.Where(line => line.Proposal is not null).Select(line => line.Request).ToHashSet();
        var changes = Print!.Until(now);
        return changes with { RequestsWent = [.. changes.RequestsWent.Where(request => !own.Contains(request))] };
    }

    public void MustBePublishable() => Require(DraftState.Ready, DraftState.Published);

    private bool IsPinned(RequestId request, MemberId mentor) => Order.Pinned.Contains(new(request, mentor));

    private void Edit(RequestId request, Func<DraftLine, DraftLine> edit)
    {
        Require(DraftState.Ready);
        if (Line(request).Proposal is not null)
            throw new RuleBroken("already-published", "This line is published: review its proposal instead.");
        Lines = [.. Lines.Select(line => line.Request == request ? edit(line) : line)];
    }

    private void Require(params ReadOnlySpan<DraftState> states)
    {
        if (!states.Contains(State))
            throw new RuleBroken("allotment-wrong-state", "This step is not possible at this point. Load it again to see where it stands.");
    }
}
