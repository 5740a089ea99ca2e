using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class MentorRulesTests
{
    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Newcomer)]
    [InlineData(Roles.Mentor)]
    [InlineData(Roles.Coordinator)]
    public void Who_offers_nothing_is_never_proposed_whatever_their_role(Roles roles)
    {
        var member = new Member(Scene.Community, "C.", roles, Scene.Usual, Scene.Now);
        var ask = Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);
        var board = new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], [member], [], []));
        Assert.Equal(["not-a-mentor"], board.Judge(ask.Request.Id, member.Id).Exclusions.Select(e => e.Code));
    }

    [Fact]
    public void A_mentor_who_was_never_vetted_is_never_proposed()
    {
        var member = new Member(Scene.Community, "C.", Roles.None, Scene.Usual, Scene.Now);
        member.OfferToMentor(new Scene().Offer, Scene.Now);
        var ask = Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);
        var board = new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], [member], [], []));
        Assert.Equal("mentor-not-vetted", Assert.Single(board.Judge(ask.Request.Id, member.Id).Exclusions).Code);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Vetting_counts_from_its_day_on(int daysFromToday, bool counts)
    {
        var day = new LocalDate(2026, 11, 1).PlusDays(daysFromToday);
        Assert.Equal(counts ? [] : ["mentor-not-vetted"], new Scene { Then = mentor => mentor.Vet(day) }.Codes);
    }

    [Fact]
    public void A_paused_mentor_is_never_proposed() =>
        Assert.Equal(["mentor-paused"], new Scene { Then = mentor => mentor.PauseMentoring(Scene.Now) }.Codes);

    [Fact]
    public void A_mentor_who_came_back_from_a_pause_is_proposed_again() => Assert.Empty(new Scene
    {
        Then = mentor =>
        {
            mentor.PauseMentoring(Scene.Now - Duration.FromDays(90));
            mentor.ResumeMentoring(Scene.Now);
        },
    }.Codes);

    [Theory]
    [InlineData(0, true)]
    [InlineData(35 * 24, true)]
    [InlineData((35 * 24) + 1, false)]
    public void The_word_of_a_mentor_holds_as_long_as_the_community_says(int hoursAgo, bool holds)
    {
        var codes = new Scene { Then = mentor => mentor.ConfirmAvailable(Scene.Now - Duration.FromHours(hoursAgo)) }.Codes;
        Assert.Equal(holds ? [] : ["mentor-not-confirmed"], codes);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 3, false)]
    public void A_mentor_without_a_free_place_is_never_proposed(int capacity, int held, bool isFree)
    {
        var scene = new Scene
        {
            Offer = new Scene().Offer with { Capacity = capacity },
            Then = mentor => { for (var place = 0; place < held; place++) mentor.TakePlace(); },
        };
        Assert.Equal(isFree ? [] : ["mentor-full"], scene.Codes);
    }

    [Fact]
    public void A_mentor_who_lowered_their_limit_below_what_they_hold_is_full()
    {
        var offer = new Scene().Offer;
        Assert.Equal(["mentor-full"], new Scene
        {
            Then = mentor =>
            {
                mentor.TakePlace();
                mentor.TakePlace();
                mentor.OfferToMentor(offer with { Capacity = 1 }, Scene.Now);
            },
        }.Codes);
    }

    [Theory]
    [InlineData(Kinds.None, RelationshipKind.Sponsor, false)]
    [InlineData(Kinds.Sponsor, RelationshipKind.Sponsor, true)]
    [InlineData(Kinds.TemporaryContact, RelationshipKind.Sponsor, false)]
    [InlineData(Kinds.Sponsor | Kinds.TemporaryContact, RelationshipKind.TemporaryContact, true)]
    [InlineData(Kinds.Sponsor, RelationshipKind.AccountabilityPartner, false)]
    [InlineData(Kinds.AccountabilityPartner, RelationshipKind.AccountabilityPartner, true)]
    public void Only_the_kinds_that_the_mentor_offers_are_proposed(Kinds offered, RelationshipKind asked, bool isOffered)
    {
        var scene = new Scene { Offer = new Scene().Offer with { Kinds = offered }, Kind = asked };
        Assert.Equal(isOffered ? [] : ["kind-not-offered"], scene.Codes);
    }

    [Theory]
    [InlineData("", "man", true)]
    [InlineData("", null, true)]
    [InlineData("woman", "woman", true)]
    [InlineData("woman", "trans woman", true)]
    [InlineData("woman", "Female", true)]
    [InlineData("woman", "man", false)]
    [InlineData("woman", "non-binary", false)]
    [InlineData("woman", null, false)]
    [InlineData("man;non-binary", "non-binary", true)]
    [InlineData("man;non-binary", "woman", false)]
    public void A_mentor_is_proposed_only_to_genders_they_are_comfortable_with(string comfortable, string? newcomer, bool isWithin)
    {
        var genders = comfortable.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var scene = new Scene { Offer = new Scene().Offer with { NewcomerGenders = genders }, Newcomer = Scene.Usual with { Gender = newcomer } };
        Assert.Equal(isWithin ? [] : ["mentor-gender-comfort"], scene.Codes);
    }
}
