using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Matching;

public class PairRulesTests
{
    [Fact]
    public void Two_who_suit_each_other_in_every_way_are_excluded_by_nothing() => Assert.Empty(new Scene().Codes);

    [Fact]
    public void Nobody_is_proposed_to_themselves()
    {
        var both = Scene.NewMentor(Scene.Usual, new Scene().Offer);
        var ask = Scene.NewAsk(both, "aa", RelationshipKind.Sponsor, Wishes.None);
        Assert.Equal("pair-self", BoardOf(ask, both).Judge(ask.Request.Id, both.Id).Bar!.Code);
    }

    [Fact]
    public void A_mentor_of_another_community_is_never_proposed()
    {
        var stranger = new Member(CommunityId.New(), "C.", Roles.Mentor, Scene.Usual, Scene.Now);
        var ask = Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);
        Assert.Equal("other-community", BoardOf(ask, stranger).Judge(ask.Request.Id, stranger.Id).Bar!.Code);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Whoever_of_the_two_wished_it_they_are_never_proposed_and_the_sentence_does_not_say_why(bool byMentor, bool byNewcomer)
    {
        var bar = new Scene { AreSeparatedByMentor = byMentor, AreSeparatedByNewcomer = byNewcomer }.Judge().Bar!;
        Assert.Equal(("separated", "These two cannot be proposed."), (bar.Code, bar.Sentence));
    }

    [Theory]
    [InlineData(PairingState.Declined, "already-offered")]
    [InlineData(PairingState.Lapsed, "already-offered")]
    [InlineData(PairingState.Dismissed, null)]
    [InlineData(PairingState.Proposed, null)]
    [InlineData(PairingState.Ended, null)]
    [InlineData(PairingState.Approved, "already-paired")]
    [InlineData(PairingState.Introduced, "already-paired")]
    [InlineData(PairingState.Active, "already-paired")]
    [InlineData(PairingState.Paused, "already-paired")]
    public void What_became_of_the_same_two_before_decides(PairingState before, string? code) =>
        Assert.Equal(code, new Scene { Before = [before] }.Judge().Bar?.Code);

    [Fact]
    public void A_no_to_another_request_does_not_count_for_this_one()
    {
        var (newcomer, mentor) = (Scene.NewMember(Scene.Usual), Scene.NewMentor(Scene.Usual, new Scene().Offer));
        var ask = Scene.NewAsk(newcomer, "aa", RelationshipKind.Sponsor, Wishes.None);
        var declined = new KnownPairing(RequestId.New(), mentor.Id, newcomer.Id, "aa", RelationshipKind.Sponsor, PairingState.Declined);
        Assert.True(BoardOf(ask, mentor, declined).Judge(ask.Request.Id, mentor.Id).IsEligible);
    }

    [Theory]
    [InlineData("aa", 1, true)]
    [InlineData("recovery-dharma", 1, false)]
    [InlineData("recovery-dharma", 3, true)]
    public void A_newcomer_whose_places_are_taken_is_proposed_to_nobody(string pathway, int held, bool isExcluded)
    {
        var scene = new Scene().On(pathway);
        var (newcomer, mentor) = (Scene.NewMember(scene.Newcomer), Scene.NewMentor(scene.Mentor, scene.Offer));
        var ask = Scene.NewAsk(newcomer, pathway, RelationshipKind.Sponsor, Wishes.None);
        var others = Enumerable.Range(0, held)
            .Select(_ => new KnownPairing(RequestId.New(), MemberId.New(), newcomer.Id, pathway, RelationshipKind.Sponsor, PairingState.Active)).ToArray();
        Assert.Equal(isExcluded ? "newcomer-has-mentor" : null, BoardOf(ask, mentor, others).Judge(ask.Request.Id, mentor.Id).Bar?.Code);
    }

    [Fact]
    public void Someone_of_another_kind_takes_no_place()
    {
        var (newcomer, mentor) = (Scene.NewMember(Scene.Usual), Scene.NewMentor(Scene.Usual, new Scene().Offer));
        var ask = Scene.NewAsk(newcomer, "aa", RelationshipKind.Sponsor, Wishes.None);
        var contact = new KnownPairing(RequestId.New(), mentor.Id, newcomer.Id, "aa", RelationshipKind.TemporaryContact, PairingState.Active);
        Assert.True(BoardOf(ask, mentor, contact).Judge(ask.Request.Id, mentor.Id).IsEligible);
    }

    [Theory]
    [InlineData(PairingState.Proposed, "already-proposed", true)]
    [InlineData(PairingState.Dismissed, "dismissed-before", false)]
    public void A_coordinator_is_told_what_was_decided_of_the_pair_before(PairingState before, string warning, bool unasked)
    {
        var candidate = new Scene { Before = [before] }.Judge();
        Assert.Equal(warning, Assert.Single(candidate.Warnings).Code);
        Assert.Equal(unasked, candidate.MayBeProposedUnasked);
    }

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, true, "This sponsor has no account yet and can answer an offer only after taking an invitation.")]
    [InlineData(true, false, "There is no account yet for the sponsee, who can answer an offer only after taking an invitation.")]
    [InlineData(false, false, "Neither of them has an account yet; each can answer an offer only after taking an invitation.")]
    public void Somebody_who_never_signed_in_is_pointed_out_and_not_excluded(bool mentor, bool newcomer, string? sentence)
    {
        var candidate = new Scene { MentorHasAccount = mentor, NewcomerHasAccount = newcomer }.Judge();
        Assert.True(candidate.MayBeProposedUnasked);
        Assert.Equal(sentence, candidate.Warnings.SingleOrDefault(warning => warning.Code == "no-account")?.Sentence);
        Assert.Equal(sentence is null, candidate.Warnings.Count == 0);
    }

    private static MatchingBoard BoardOf(Ask ask, Member mentor, params KnownPairing[] pairings) =>
        new(new(Communities.Policy.Default, 1, Scene.Now, [ask], [mentor], pairings, []));
}
