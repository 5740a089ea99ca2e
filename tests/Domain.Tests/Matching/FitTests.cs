using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class FitTests
{
    [Theory]
    [InlineData("Mon 18:00-19:00", 0.25, "They share at least 1 h in every week of the coming year.")]
    [InlineData("Mon 18:00-20:30", 0.625, "They share at least 2 h 30 min in every week of the coming year.")]
    [InlineData("Mon 18:00-22:00", 1, "They share at least 4 h in every week of the coming year.")]
    [InlineData("Mon 18:00-23:00", 1, "They share at least 5 h in every week of the coming year.")]
    public void Shared_time_counts_up_to_four_hours(string window, double value, string sentence)
    {
        var profile = Scene.Usual with { Availability = WeeklyAvailability.Parse(window) };
        Check("availability", value, new Scene { Newcomer = profile, Mentor = profile }, sentence);
    }

    [Theory]
    [InlineData("", "parent", null)]
    [InlineData("parent", "", 0.0)]
    [InlineData("parent;veteran", "Veteran", 0.5)]
    [InlineData("parent;veteran", "veteran;parent;bereaved", 1.0)]
    public void Lived_experience_counts_by_the_part_that_is_shared(string wished, string lived, double? value) =>
        Check("lived-experience", value, new Scene { Mentor = Scene.Usual with { LivedExperience = Words(lived) } }.Wishing(new() { LivedExperience = Words(wished) }));

    [Theory]
    [InlineData(null, "aa", null)]
    [InlineData("spiritual", "aa", 1.0)]
    [InlineData("secular", "aa", 0.0)]
    [InlineData("secular", "aa;lifering", 1.0)]
    public void Orientation_counts_where_it_is_wished_for(string? wished, string pathways, double? value) =>
        Check("orientation", value, new Scene { Mentor = Scene.Usual with { Pathways = Words(pathways) } }.Wishing(new() { Orientation = wished }));

    [Theory]
    [InlineData(null, null, 1980, null)]
    [InlineData(40, 50, 1980, 1.0)]
    [InlineData(40, 50, null, 0.5)]
    [InlineData(50, 60, 1980, 0.6)] // 46 at most, four years short
    [InlineData(18, 40, 1980, 0.5)] // 45 at least, five years over
    [InlineData(56, null, 1980, 0.0)]
    [InlineData(70, null, 1980, 0.0)]
    public void Age_fades_over_ten_years(int? from, int? to, int? born, double? value) =>
        Check("age", value, new Scene { Mentor = Scene.Usual with { BirthYear = born } }.Wishing(new() { AgeFrom = from, AgeTo = to }));

    [Theory]
    [InlineData("", "", "woman", null)]
    [InlineData("woman", "", "woman", 1.0)]
    [InlineData("woman", "", "man", 0.0)]
    [InlineData("woman", "", null, 0.5)]
    [InlineData("", "woman", "man", 1.0)]
    [InlineData("woman", "woman", "man", 0.5)]
    [InlineData("woman", "woman", "woman", 1.0)]
    public void The_wishes_of_both_for_the_others_gender_count(string newcomers, string mentors, string? mentor, double? value) =>
        Check("gender", value, new Scene
        {
            Mentor = Scene.Usual with { Gender = mentor },
            Offer = new Scene().Offer with { NewcomerGenders = Words(mentors) },
        }.Wishing(new() { MentorGenders = Words(newcomers) }));

    [Theory]
    [InlineData(MeetingModes.Video, 51.5, null)]
    [InlineData(MeetingModes.Video | MeetingModes.InPerson, 51.5, 1.0)]
    [InlineData(MeetingModes.Video | MeetingModes.InPerson, 51.6, 0.5552)] // 11.12 of 25 km
    [InlineData(MeetingModes.Video | MeetingModes.InPerson, 55.0, 0.0)]
    public void Distance_counts_where_both_would_meet_in_person(MeetingModes modes, double latitude, double? value)
    {
        var profile = Scene.Usual with { Modes = modes };
        Check("distance", value, new Scene { Newcomer = profile, Mentor = profile with { Place = new Place(latitude, -0.1) } });
        Check("distance", null, new Scene { Newcomer = profile, Mentor = profile with { Place = null, Modes = MeetingModes.Video } });
    }

    [Theory]
    [InlineData("en;es", "en", 1.0)]
    [InlineData("es;en", "en;es", 0.5)]
    [InlineData("es;en", "en", 0.5)]
    [InlineData("en", "es;en", 0.5)]
    [InlineData("es;en", "pl;en", 0.0)]
    public void The_first_language_of_each_counts(string newcomer, string mentor, double value) => Check("first-language", value, new Scene
    {
        Newcomer = Scene.Usual with { Languages = Words(newcomer) },
        Mentor = Scene.Usual with { Languages = Words(mentor) },
    });

    [Theory]
    [InlineData(4, 0, 1.0)]
    [InlineData(4, 1, 0.75)]
    [InlineData(1, 0, 1.0)]
    public void A_mentor_with_more_of_their_places_free_counts_more(int capacity, int held, double value) => Check("load", value, new Scene
    {
        Offer = new Scene().Offer with { Capacity = capacity },
        Then = mentor => { for (var place = 0; place < held; place++) mentor.TakePlace(); },
    });

    [Theory]
    [InlineData("aa", RelationshipKind.Sponsor, 2020, 1.0)]
    [InlineData("aa", RelationshipKind.Sponsor, 2025, 0.0)]
    [InlineData("aa", RelationshipKind.Sponsor, 2026, 0.0)]
    [InlineData("aa", RelationshipKind.Sponsor, 2024, 0.2)]
    [InlineData("aa", RelationshipKind.Sponsor, null, null)]
    [InlineData("aa", RelationshipKind.AccountabilityPartner, 2020, null)]
    [InlineData("recovery-dharma", RelationshipKind.Sponsor, 2025, 0.2)]
    [InlineData("al-anon", RelationshipKind.Sponsor, 2020, null)]
    public void Time_counts_beyond_what_is_asked_up_to_five_years_and_never_among_peers(string pathway, RelationshipKind kind, int? year, double? value)
    {
        var scene = new Scene().On(pathway, kind);
        LocalDate? since = year is null ? null : new LocalDate(year.Value, 11, 1);
        Check("time-in-recovery", value, scene with { Mentor = scene.Mentor with { RecoverySince = since } });
    }

    [Theory]
    [InlineData(1, 1, 1.0)]
    [InlineData(1, 0, 0.6667)]
    [InlineData(3, 0, 0.4)]
    [InlineData(8, 7, 0.9)]
    public void A_mentor_who_answers_offers_counts_more_and_one_silence_weighs_little(int offers, int answered, double value) => Check(
        "reliability", value, new Scene { Asked = (offers, answered) }, $"This sponsor answered {answered} of {offers} offers in the past year.");

    [Fact]
    public void A_mentor_who_was_never_asked_neither_gains_nor_loses() => Check("reliability", null, new Scene());

    [Fact]
    public void The_fit_is_the_weighted_mean_in_thousandths()
    {
        // availability 0.75 (3 h), first-language 1, load 1, time-in-recovery 1
        Assert.Equal(938, new Scene().Judge().Fit!.PerMille);
        Assert.Equal(917, With(("load", 0)).Judge().Fit!.PerMille);
        Assert.Equal(850, With(("availability", 9), ("load", 6), ("first-language", 0), ("time-in-recovery", 0)).Judge().Fit!.PerMille);
        Assert.Equal(0, With([.. Fit.FactorNames.Select(name => (name, 0))]).Judge().Fit!.PerMille);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(10.1)]
    [InlineData(double.NaN)]
    public void A_weight_outside_0_to_10_is_refused(double weight)
    {
        var refused = Assert.Throws<RuleBroken>(() => Policy.Default with { Weights = new Dictionary<string, double> { ["load"] = weight } });
        Assert.Equal("weight-out-of-range", refused.Code);
    }

    [Fact]
    public void A_pair_that_is_forbidden_has_no_score() =>
        Assert.Null(new Scene { Mentor = Scene.Usual with { Languages = ["pl"] } }.Judge().Fit);

    private static void Check(string factor, double? value, Scene scene, string? sentence = null)
    {
        var part = scene.Part(factor);
        Assert.Equal(value is null, part is null);
        Assert.Equal(value ?? 0, part?.Value ?? 0, 0.001);
        if (sentence is not null) Assert.Equal(sentence, part!.Sentence);
    }

    private static Scene With(params (string Factor, int Weight)[] weights) =>
        new() { Policy = Policy.Default with { Weights = weights.ToDictionary(w => w.Factor, w => (double)w.Weight) } };

    private static string[] Words(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
