using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Time;

public class WeeklyAvailabilityTests
{
    [Theory]
    [InlineData("Mon 18:00-21:00; Sat 09:00-12:00")]
    [InlineData("Mon 06:00-07:30; Mon 19:00-22:00; Fri 21:00-00:00")]
    [InlineData("Fri 22:30-01:30; Sun 23:00-01:00")]
    [InlineData("Tue 18:00-20:00; Tue 19:00-21:00; Tue 19:00-21:00")] // Overlapping, and twice the same: kept.
    [InlineData("Wed 00:00-00:00")]
    [InlineData("")]
    public void Canonical_text_reads_back_as_it_was(string text) => Assert.Equal(text, WeeklyAvailability.Parse(text).ToString());

    [Theory]
    [InlineData("Mon 18:00–21:00")]
    [InlineData("mon 18:00—21:00")]
    [InlineData("MONDAY 18:00 to 21:00")]
    [InlineData("Monday 18.00 TO 21.00")]
    [InlineData("Mon. 18h-21h")]
    [InlineData("Mon: 18h00 - 21H00")]
    [InlineData("  Mon   18:00\u00a0-\u00a021:00 ; ")]
    [InlineData(";;Mon18:00-21:00;\r\n;")]
    [InlineData("\nMon 18:00\u221221:00,")]
    public void People_write_a_window_in_many_ways(string text) =>
        Assert.Equal("Mon 18:00-21:00", WeeklyAvailability.Parse(text).ToString());

    [Theory]
    [InlineData("tues 9:00-10:00", "Tue 09:00-10:00")]
    [InlineData("weds 9:00-10:00", "Wed 09:00-10:00")]
    [InlineData("Thurs 9:00-10:00", "Thu 09:00-10:00")]
    [InlineData("Sat 21:00-24:00", "Sat 21:00-00:00")]
    [InlineData("Sat 21:00-24h", "Sat 21:00-00:00")]
    [InlineData("Sat 9:00-12:00\nMon 9:05-12:00", "Mon 09:05-12:00; Sat 09:00-12:00")]
    [InlineData("Sun 9h-12h, Mon 8.30-9.00", "Mon 08:30-09:00; Sun 09:00-12:00")]
    public void What_was_written_is_shown_in_one_way(string text, string canonical) =>
        Assert.Equal(canonical, WeeklyAvailability.Parse(text).ToString());

    [Theory]
    [InlineData("Foo 18:00-21:00", "day")]
    [InlineData("Mo 18:00-21:00", "day")]
    [InlineData("Mondayish 18:00-21:00", "day")]
    [InlineData("Mon 25:00-26:00", "24:00")]
    [InlineData("Mon 24:00-02:00", "24:00")] // 24:00 is an end only.
    [InlineData("Mon 18:00-24:01", "24:00")]
    [InlineData("Mon 18:60-20:00", "24:00")]
    [InlineData("Mon 9-5", "24-hour clock")] // Nobody means twenty hours.
    [InlineData("Mon 6pm-8pm", "24-hour clock")]
    [InlineData("Fri 17:00", "24-hour clock")]
    [InlineData("Fri", "24-hour clock")]
    [InlineData("17:00-20:00", "24-hour clock")]
    [InlineData("Mon 18:00-21:00 Tue 18:00-21:00", "24-hour clock")]
    [InlineData("Mon ١٨:٠٠-٢١:٠٠", "24-hour clock")]
    [InlineData("evenings", "24-hour clock")]
    public void What_cannot_be_read_is_answered_with_what_would_be_right(string text, string right)
    {
        Assert.False(WeeklyAvailability.TryParse($"Sat 09:00-10:00; {text}", out var value, out var problem));
        Assert.True(value.IsEmpty);
        Assert.StartsWith("Window 2 should ", problem);
        Assert.Contains(right, problem);
        Assert.DoesNotContain(text, problem);
        Assert.Equal(problem.Length - 1, problem.IndexOf('.', StringComparison.Ordinal));
        Assert.Equal(problem, Assert.Throws<FormatException>(() => WeeklyAvailability.Parse($"Sat 09:00-10:00; {text}")).Message);
    }

    [Fact]
    public void A_hundred_windows_are_kept_and_one_more_is_too_many()
    {
        var hundred = string.Join(';', Enumerable.Repeat("Mon 18:00-21:00", 100));
        Assert.Equal(100, WeeklyAvailability.Parse(hundred).Windows.Count);
        Assert.False(WeeklyAvailability.TryParse(hundred + ";nonsense", out _, out var problem));
        Assert.Contains("100", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; \r\n ;")]
    public void Nothing_written_is_no_availability(string? text)
    {
        Assert.True(WeeklyAvailability.TryParse(text, out var value, out var problem));
        Assert.True(value.IsEmpty);
        Assert.Empty(problem);
        Assert.Equal(WeeklyAvailability.Empty, value);
    }

    [Fact]
    public void An_end_at_or_before_the_start_is_on_the_next_day()
    {
        var windows = WeeklyAvailability.Parse("Fri 22:00-01:00; Sat 10:00-10:00; Sun 09:00-24:00; Mon 09:00-10:00").Windows;
        Assert.Equal([false, true, true, true], windows.Select(window => window.EndsNextDay));
        Assert.Equal(new WeeklyWindow(IsoDayOfWeek.Friday, new LocalTime(22, 0), new LocalTime(1, 0)), windows[1]);
    }

    [Fact]
    public void Two_are_equal_when_they_read_the_same()
    {
        var one = WeeklyAvailability.Parse("sat 9.00–10h; Mon 18:00-21:00");
        var other = WeeklyAvailability.Parse("Mon 18:00-21:00; Sat 09:00-10:00");
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, WeeklyAvailability.Parse("Mon 18:00-21:00"));
    }

    [Fact]
    public void Any_availability_reads_back_equal()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var availability = SomeAvailability.From(random);
            Assert.Equal(availability, WeeklyAvailability.Parse(availability.ToString()));
        }
    }
}
