using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Progress;

public sealed class MilestonesTests
{
    private static readonly LocalDate Since = new(2024, 2, 29);

    [Fact]
    public void A_pathway_s_own_set_is_counted_on_the_calendar_in_its_own_word()
    {
        var reached = Milestones.Reached(Of("na"), Since, new(2026, 3, 1));

        Assert.Equal(
            ["Welcome", "30 days clean", "60 days clean", "90 days clean", "6 months clean", "9 months clean", "1 year clean", "18 months clean", "2 years clean"],
            reached.Select(m => m.Name));
        Assert.Equal(["white", "orange", "green", "red", "blue", "yellow", "glow", "grey", "black"], reached.Select(m => m.Colour));
        Assert.Equal([new LocalDate(2024, 2, 29), new LocalDate(2024, 3, 30), new LocalDate(2025, 2, 28)],
            new[] { reached[0].On, reached[1].On, reached[6].On });
    }

    [Fact]
    public void After_the_last_one_a_year_comes_each_year_and_a_leap_day_comes_back()
    {
        var reached = Milestones.Reached(Of("aa"), Since, new(2028, 12, 31));

        Assert.Equal(("4 years sober", new LocalDate(2028, 2, 29)), (reached[^1].Name, reached[^1].On));
        Assert.Equal("5 years sober", Milestones.Next(Of("aa"), Since, new(2028, 12, 31))!.Name);
    }

    [Theory]
    [InlineData("al-anon"), InlineData("nar-anon"), InlineData("gam-anon"), InlineData("smart-family-and-friends"), InlineData("aca"), InlineData("sos"), InlineData("smart-recovery")]
    public void Where_no_time_is_counted_and_on_a_legacy_pathway_there_is_none(string pathway)
    {
        Assert.Empty(Milestones.Reached(Of(pathway), Since, new(2026, 1, 1)));
        Assert.Null(Milestones.Next(Of(pathway), Since, new(2026, 1, 1)));
        Assert.Null(Milestones.NextLook(Of(pathway), Zones.Get("Europe/Dublin"), Instant.FromUtc(2026, 1, 1, 0, 0)));
    }

    [Theory]
    [InlineData("Europe/Dublin", 9)]
    [InlineData("Pacific/Kiritimati", -4)]
    [InlineData("America/Los_Angeles", 17)]
    public void They_are_looked_for_at_ten_in_the_morning_where_the_member_lives(string zone, int hour)
    {
        var due = Instant.FromUtc(2026, 10, 20, 0, 0) + Duration.FromHours(hour);

        Assert.Equal(due, Milestones.NextLook(Of("aa"), Zones.Get(zone), due - Duration.FromHours(20)));
        Assert.Equal(due + Duration.FromDays(1), Milestones.NextLook(Of("aa"), Zones.Get(zone), due));
    }

    private static Pathway Of(string id) => PathwayCatalogue.Current.Get(id);
}
