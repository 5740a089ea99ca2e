using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Matching.Drafts;

public class AllotmentDraftTests
{
    private static readonly MentorOffer One = new Scene().Offer with { Capacity = 1 };

    private readonly Ask[] _asks = [NewAsk(), NewAsk()];
    private readonly Member[] _mentors = [Scene.NewMentor(Scene.Usual, One), Scene.NewMentor(Scene.Usual, One)];

    [Fact]
    public void An_edit_can_be_taken_back_and_a_published_line_cannot_be_edited()
    {
        var draft = Ready();
        var line = draft.Lines[0];
        draft.LeaveOut(line.Request);
        Assert.True(draft.Line(line.Request) is { Mentor: null, LeftOut: true, CanBePublished: false });
        draft.Restore(line.Request);
        Assert.Equal(line, draft.Line(line.Request));
        draft.Publish(1, new Dictionary<RequestId, PairingId> { [line.Request] = PairingId.New() });
        Assert.Equal(DraftState.Ready, draft.State);
        Assert.Equal("already-published", Assert.Throws<RuleBroken>(() => draft.LeaveOut(line.Request)).Code);
        draft.Publish(2, new Dictionary<RequestId, PairingId> { [draft.Lines[1].Request] = PairingId.New() });
        Assert.Equal(DraftState.Published, draft.State);
        Assert.Throws<NotFound>(() => draft.Line(RequestId.New()));
    }

    [Fact]
    public void What_was_pinned_in_the_order_is_pinned_again_when_an_edit_is_taken_back()
    {
        var pin = new Placement(_asks[0].Request.Id, _mentors[0].Id);
        var draft = Ready(new AllotmentOrder(Pinned: [pin]));
        draft.LeaveOut(pin.Request);
        Assert.False(draft.Line(pin.Request).Pinned);
        draft.Restore(pin.Request);
        Assert.True(draft.Line(pin.Request) is { Pinned: true } line && line.Mentor == pin.Mentor);
    }

    [Fact]
    public void It_is_taken_up_three_times_and_then_given_up_but_what_is_given_back_does_not_count()
    {
        var draft = new AllotmentDraft(Scene.Community, new(), Scene.Now);
        Assert.True(draft.TakeUp(Scene.Now));
        draft.GiveBack();
        Assert.Equal((DraftState.Waiting, null), (draft.State, draft.HeldUntil));
        for (var worker = 0; worker < AllotmentDraft.MostAttempts; worker++) Assert.True(draft.TakeUp(Scene.Now));
        Assert.False(draft.TakeUp(Scene.Now));
        Assert.Equal((DraftState.Failed, "allotment-given-up"), (draft.State, draft.FailureCode));
    }

    [Fact]
    public void Each_step_is_refused_where_it_is_not_due()
    {
        var waiting = new AllotmentDraft(Scene.Community, new(), Scene.Now);
        Assert.All([waiting.Dismiss, waiting.MustBePublishable, () => waiting.LeaveOut(default)], Refused);
        waiting.Cancel();
        Assert.All([waiting.Cancel, () => { waiting.TakeUp(Scene.Now); }, () => waiting.Fail("a", "b")], Refused);
        var ready = Ready();
        Refused(ready.Cancel);
        ready.Dismiss();
        Assert.All([ready.Dismiss, ready.MustBePublishable], Refused);

        static void Refused(Action step) => Assert.Equal("allotment-wrong-state", Assert.Throws<RuleBroken>(step).Code);
    }

    [Fact]
    public void Each_line_is_judged_again_and_no_place_is_promised_twice()
    {
        var draft = Ready();
        draft.Place(draft.Lines[1].Request, draft.Lines[0].Mentor!.Value, 500, pinned: true);
        var verdicts = Publishing.Judge(draft, Board(), named: null);
        Assert.Equal([null, "mentor-full"], verdicts.Select(verdict => verdict.Code));
        _mentors.Single(mentor => mentor.Id == draft.Lines[0].Mentor).PauseMentoring(Scene.Now);
        Assert.Equal(["mentor-paused", "mentor-paused"], Publishing.Judge(draft, Board(), null).Select(verdict => verdict.Code));
        Assert.Equal(["line-unknown"], Publishing.Judge(draft, Board(), [RequestId.New()]).Select(verdict => verdict.Code));
        Assert.Equal(["request-not-open"], Publishing.Judge(draft, new(new(Policy.Default, 1, Scene.Now, [], _mentors, [], [])), [draft.Lines[0].Request]).Select(verdict => verdict.Code));
        draft.LeaveOut(draft.Lines[0].Request);
        Assert.Equal(["line-empty"], Publishing.Judge(draft, Board(), [draft.Lines[0].Request]).Select(verdict => verdict.Code));
    }

    [Fact]
    public void A_pair_that_was_dismissed_since_is_not_proposed_again_by_a_publication_unless_it_is_pinned()
    {
        var draft = Ready();
        var (request, mentor) = (draft.Lines[0].Request, draft.Lines[0].Mentor!.Value);
        var newcomer = _asks.Single(ask => ask.Request.Id == request).Newcomer.Id;
        var dismissed = Board(new KnownPairing(request, mentor, newcomer, "aa", RelationshipKind.Sponsor, PairingState.Dismissed));
        Assert.Equal(["dismissed-before", null], Publishing.Judge(draft, dismissed, named: null).Select(verdict => verdict.Code));
        draft.Place(request, mentor, 500, pinned: true);
        Assert.Equal([null, null], Publishing.Judge(draft, dismissed, named: null).Select(verdict => verdict.Code));
    }

    private AllotmentDraft Ready(AllotmentOrder? order = null)
    {
        var (draft, board) = (new AllotmentDraft(Scene.Community, order ?? new(), Scene.Now), Board());
        var allotment = board.Allot(draft.Order);
        draft.Finish(board.PrintFor(draft.Order), allotment, AllotmentReport.Of(board, allotment), Scene.Now);
        Assert.All(draft.Lines, line => Assert.True(line.CanBePublished));
        return draft;
    }

    private MatchingBoard Board(params KnownPairing[] known) => new(new(Policy.Default, 1, Scene.Now, _asks, _mentors, known, []));

    private static Ask NewAsk() => Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);
}
