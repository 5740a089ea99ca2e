using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>The example of docs/matching.md, figure by figure.</summary>
public class WorkedExampleTests
{
    private static readonly MentorOffer Sponsors = new() { Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true, Capacity = 2 };

    private static readonly Member Ana = Scene.NewMember(Scene.Usual with
    {
        Availability = WeeklyAvailability.Parse("Mon 18:00-21:00; Sat 09:00-12:00"),
    });

    private static readonly Member Hal = Scene.NewMember(Scene.Usual with { Gender = "man", Availability = WeeklyAvailability.Parse("Mon 19:00-21:00") });

    private static readonly Member Bea = Mentor("Mon 19:00-22:00", born: 1984, since: 2019, held: 1, "parent");
    private static readonly Member Cleo = Mentor("Sat 06:00-09:00", born: 1970, since: 2022, held: 0, "parent;bereaved", zone: "America/New_York");
    private static readonly Member Dan = Scene.NewMentor(Scene.Usual with { Gender = "man" }, Sponsors);
    private static readonly Member Eve = Mentor("Mon 18:00-21:00", born: 1985, since: 2026, held: 0);
    private static readonly Member Faye = Mentor("Mon 18:00-21:00", born: 1985, since: 2010, held: 2);

    private static readonly Ask AnasAsk = Scene.NewAsk(Ana, "aa", RelationshipKind.Sponsor, new Wishes
    {
        MentorGenders = ["woman"],
        AgeFrom = 35,
        AgeTo = 50,
        LivedExperience = ["parent", "bereaved"],
        Musts = Musts.Gender,
    });

    private static readonly Ask HalsAsk = Scene.NewAsk(Hal, "aa", RelationshipKind.Sponsor, Wishes.None, Scene.Now + Duration.FromHours(1));

    [Fact]
    public void The_shortlist_is_as_the_document_says()
    {
        var shortlist = Board([AnasAsk], [Bea, Cleo, Dan, Eve, Faye]).Shortlist(AnasAsk.Request.Id);
        Assert.Equal([(Bea.Id, 786), (Cleo.Id, 783), (Eve.Id, 679)], shortlist.Candidates.Select(c => (c.Mentor, c.Fit!.PerMille)));
        Assert.Equal([0.5, 0.5, 1, 1, 1, 0.5, 1], PartsOf(shortlist, Bea));
        Assert.Equal([0.25, 1, 0.5, 1, 1, 1, 0.73], PartsOf(shortlist, Cleo));
        Assert.Equal("norm-time-in-recovery", Assert.Single(shortlist.Candidates[2].Exclusions).Code);
        Assert.Equal([("mentor-full", 1), ("wish-gender", 1)], shortlist.ExcludedByRule.Select(rule => (rule.Code, rule.Count)));
    }

    [Fact]
    public void The_sentences_are_as_the_document_says()
    {
        var (bea, cleo) = (Board([AnasAsk], [Bea]).Judge(AnasAsk.Request.Id, Bea.Id), Board([AnasAsk], [Cleo]).Judge(AnasAsk.Request.Id, Cleo.Id));
        Assert.Equal("They share at least 2 h in every week of the coming year.", bea.Fit!.Parts[0].Sentence);
        Assert.Equal("They share at least 1 h in every week of the coming year.", cleo.Fit!.Parts[0].Sentence);
        Assert.Equal("This sponsor shares 1 of 2 wished-for experiences.", bea.Fit.Parts[1].Sentence);
        Assert.Equal("This sponsor is near the wished-for ages.", cleo.Fit.Parts[2].Sentence);
    }

    [Fact]
    public void The_allotment_is_as_the_document_says()
    {
        var idasAsk = Scene.NewAsk(Scene.NewMember(Hal.Profile), "aa", RelationshipKind.Sponsor, Wishes.None, Scene.Now + Duration.FromHours(2));
        var board = Board([AnasAsk, HalsAsk, idasAsk], [Bea, Cleo]);
        var allotment = board.Allot();
        Assert.Equal([(Ana.Id, Cleo.Id, 783), (Hal.Id, Bea.Id, 750)], allotment.Pairs.Select(p => (board.Ask(p.Request).Newcomer.Id, p.Mentor, p.Fit!.PerMille)));
        Assert.Equal((1533, 50), (allotment.TotalFit, allotment.SpreadCost));
        Assert.Equal(("places-taken", "One more place with this mentor, kept for them, would match them."),
            (allotment.Unmatched.Single().Code, allotment.Unmatched.Single().Change!.Sentence));
    }

    private static IEnumerable<double> PartsOf(Shortlist shortlist, Member mentor) =>
        shortlist.Candidates.Single(c => c.Mentor == mentor.Id).Fit!.Parts.Select(part => Math.Round(part.Value, 2));

    private static Member Mentor(string window, int born, int since, int held, string lived = "", string zone = "Europe/London")
    {
        var mentor = Scene.NewMentor(Scene.Usual with
        {
            BirthYear = born,
            RecoverySince = new LocalDate(since, 3, 1),
            ZoneId = zone,
            LivedExperience = lived.Split(';', StringSplitOptions.RemoveEmptyEntries),
            Availability = WeeklyAvailability.Parse(window),
        }, Sponsors);
        for (var place = 0; place < held; place++) mentor.TakePlace();
        return mentor;
    }

    private static MatchingBoard Board(Ask[] asks, Member[] mentors) => new(new(Policy.Default, 1, Scene.Now, asks, mentors, [], []));
}
