using Mentorship.Domain.Time;
using NodaTime;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

public class RhythmTests
{
    [Theory]
    [InlineData("daily")]
    [InlineData("weekdays:Mon,Wed,Fri")]
    [InlineData("weekdays:Sun")]
    [InlineData("weekly:Sun")]
    [InlineData("every:3:2026-01-01")]
    [InlineData("monthly:31")]
    public void The_text_form_reads_back_as_it_was_and_equal(string text)
    {
        Assert.Equal(text, Rhythm.Parse(text).ToString());
        Assert.Equal(Rhythm.Parse(text), Rhythm.Parse(text));
        Assert.True(Rhythm.TryParse(text, out var value));
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("hourly")]
    [InlineData("daily:1")]
    [InlineData("weekdays:")]
    [InlineData("weekdays:Mon,")]
    [InlineData("weekly:None")]
    [InlineData("weekly:8")]
    [InlineData("every:0:2026-01-01")]
    [InlineData("every:-1:2026-01-01")]
    [InlineData("every:367:2026-01-01")]
    [InlineData("every:3:2026-02-30")]
    [InlineData("every:3")]
    [InlineData("monthly:0")]
    [InlineData("monthly:32")]
    [InlineData("monthly:99999999999")]
    public void Other_text_is_no_rhythm(string? text)
    {
        Assert.False(Rhythm.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Rhythm.Parse(text!));
    }

    [Fact]
    public void A_rhythm_that_could_never_come_round_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new Rhythm.Weekdays());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rhythm.Weekdays(IsoDayOfWeek.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rhythm.Weekly((IsoDayOfWeek)8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rhythm.EveryNDays(0, Date("2026-01-01")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rhythm.Monthly(32));
    }

    [Fact]
    public void Chosen_weekdays_are_equal_whatever_their_order()
    {
        var rhythm = new Rhythm.Weekdays(IsoDayOfWeek.Friday, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);
        Assert.Equal(new Rhythm.Weekdays(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday), rhythm);
        Assert.Equal("weekdays:Mon,Fri", rhythm.ToString());
        Assert.NotEqual<Rhythm>(new Rhythm.Weekly(IsoDayOfWeek.Monday), new Rhythm.Weekdays(IsoDayOfWeek.Monday));
    }

    [Theory]
    [InlineData("daily", "2026-02-27", "2026-02-27 2026-02-28 2026-03-01")]
    [InlineData("weekdays:Mon,Wed,Fri", "2026-06-16", "2026-06-17 2026-06-19 2026-06-22")]
    [InlineData("weekly:Sun", "2026-06-14", "2026-06-14 2026-06-21 2026-06-28")]
    [InlineData("weekly:Sun", "2026-06-15", "2026-06-21 2026-06-28 2026-07-05")]
    [InlineData("every:3:2026-01-01", "2026-01-02", "2026-01-04 2026-01-07 2026-01-10")]
    [InlineData("every:3:2026-01-01", "2025-06-01", "2026-01-01 2026-01-04 2026-01-07")] // The anchor is the first.
    [InlineData("every:10:2023-12-25", "2024-02-28", "2024-03-04 2024-03-14 2024-03-24")] // Over a leap day.
    [InlineData("monthly:15", "2026-01-15", "2026-01-15 2026-02-15 2026-03-15")]
    [InlineData("monthly:31", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30")]
    [InlineData("monthly:30", "2028-02-01", "2028-02-29 2028-03-30")]
    [InlineData("monthly:1", "2026-12-02", "2027-01-01 2027-02-01")]
    public void Dates_follow_one_another(string text, string from, string expected)
    {
        var (rhythm, date) = (Rhythm.Parse(text), Date(from));
        foreach (var next in expected.Split(' ').Select(Date))
        {
            Assert.Equal(next, rhythm.FirstOnOrAfter(date));
            date = next.PlusDays(1);
        }
    }
}
