using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Matching;

public class MeetingRulesTests
{
    private static readonly Profile InPersonOnly = Scene.Usual with { Modes = MeetingModes.InPerson };

    [Theory]
    [InlineData("en", "en", true)]
    [InlineData("es;en", "EN;pl", true)]
    [InlineData("es", "en", false)]
    [InlineData("", "en", false)]
    [InlineData("en", "", false)]
    [InlineData("", "", false)]
    public void They_need_a_language_in_common(string newcomer, string mentor, bool isShared)
    {
        var scene = new Scene { Newcomer = Scene.Usual with { Languages = Words(newcomer) }, Mentor = Scene.Usual with { Languages = Words(mentor) } };
        Assert.Equal(isShared ? [] : ["no-shared-language"], scene.Codes);
    }

    [Theory]
    [InlineData(MeetingModes.Video, MeetingModes.Video, true)]
    [InlineData(MeetingModes.Video | MeetingModes.Text, MeetingModes.Text | MeetingModes.Phone, true)]
    [InlineData(MeetingModes.Video, MeetingModes.Phone, false)]
    [InlineData(MeetingModes.None, MeetingModes.Video, false)]
    [InlineData(MeetingModes.None, MeetingModes.None, false)]
    public void They_need_a_way_of_meeting_in_common(MeetingModes newcomer, MeetingModes mentor, bool isShared)
    {
        var scene = new Scene { Newcomer = Scene.Usual with { Modes = newcomer }, Mentor = Scene.Usual with { Modes = mentor } };
        Assert.Equal(isShared ? [] : ["no-shared-mode"], scene.Codes);
    }

    [Theory]
    [InlineData(51.5, 25, 25, true)]
    [InlineData(51.6, 25, 25, true)] // 11 km
    [InlineData(51.6, 10, 25, false)]
    [InlineData(51.6, 25, 10, false)]
    [InlineData(51.9, null, null, true)] // 44 km
    [InlineData(52.0, null, null, false)] // 56 km
    [InlineData(51.6, null, 5, false)]
    public void Who_can_meet_only_in_person_lives_within_both_travel_limits(double latitude, int? newcomerKm, int? mentorKm, bool isWithin)
    {
        var scene = new Scene
        {
            Newcomer = InPersonOnly with { MaxDistanceKm = newcomerKm },
            Mentor = InPersonOnly with { Place = new Place(latitude, -0.1), MaxDistanceKm = mentorKm },
        };
        Assert.Equal(isWithin ? [] : ["too-far"], scene.Codes);
    }

    [Theory]
    [InlineData(true, false, "This sponsor has not stated a place")]
    [InlineData(false, true, "the place of the sponsee is not stated")]
    [InlineData(false, false, "the place of the sponsee is not stated")]
    public void Where_a_place_is_missing_the_sentence_says_whose(bool newcomerStates, bool mentorStates, string says)
    {
        var scene = new Scene
        {
            Newcomer = InPersonOnly with { Place = newcomerStates ? Scene.Usual.Place : null },
            Mentor = InPersonOnly with { Place = mentorStates ? Scene.Usual.Place : null },
        };
        var exclusion = Assert.Single(scene.Judge().Exclusions);
        Assert.Equal("too-far", exclusion.Code);
        Assert.Contains(says, exclusion.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Distance_excludes_nobody_who_has_another_way_of_meeting()
    {
        var far = Scene.Usual with { Modes = MeetingModes.InPerson | MeetingModes.Phone, Place = new Place(-33.9, 151.2) };
        Assert.Empty(new Scene { Newcomer = Scene.Usual with { Modes = far.Modes }, Mentor = far }.Codes);
        Assert.Empty(new Scene { Newcomer = Scene.Usual with { Modes = far.Modes }, Mentor = far with { Place = null } }.Codes);
    }

    [Theory]
    [InlineData("Mon 18:00-19:00", 60, true)]
    [InlineData("Mon 18:00-18:59", 60, false)]
    [InlineData("Mon 20:30-22:00", 30, true)]
    [InlineData("Tue 18:00-21:00", 60, false)]
    [InlineData("", 60, false)]
    [InlineData("", 0, true)]
    public void They_need_as_many_minutes_in_every_week_as_the_community_asks(string mentor, int minimum, bool isEnough)
    {
        var scene = new Scene
        {
            Mentor = Scene.Usual with { Availability = WeeklyAvailability.Parse(mentor) },
            Policy = Policy.Default with { MinimumWeeklyOverlapMinutes = minimum },
        };
        Assert.Equal(isEnough ? [] : ["too-little-time"], scene.Codes);
    }

    [Theory]
    [InlineData("Mon 13:00-15:00", true)] // London 18:00, but 17:00 in the weeks between the two changes of clocks
    [InlineData("Mon 13:00-14:00", false)]
    public void The_least_week_counts_when_clocks_change_on_different_dates(string inNewYork, bool isEnough)
    {
        var scene = new Scene { Mentor = Scene.Usual with { ZoneId = "America/New_York", Availability = WeeklyAvailability.Parse(inNewYork) } };
        Assert.Equal(isEnough ? [] : ["too-little-time"], scene.Codes);
    }

    private static string[] Words(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
