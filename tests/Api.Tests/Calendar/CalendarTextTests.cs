using Mentorship.Api.Features.Calendar;
using NodaTime;

namespace Mentorship.Api.Tests.Calendar;

public sealed class CalendarTextTests
{
    private static readonly Instant At = Instant.FromUtc(2027, 3, 14, 7, 30);

    [Theory]
    [InlineData("Short")]
    [InlineData("Commas, semicolons; and a back\\slash")]
    [InlineData("A title that is so long that it has to go on in a second line, and then, for it is longer still, in a third one too, as it must")]
    [InlineData("ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊")]
    public void A_title_is_read_back_as_it_was_however_long_and_whatever_is_in_it(string title) =>
        Assert.Equal(title, CalendarReader.Unescaped(Assert.Single(CalendarReader.Read(Of(title)).Events)["SUMMARY"]));

    [Fact]
    public void A_moment_is_in_UTC_and_a_length_in_minutes()
    {
        var read = Assert.Single(CalendarReader.Read(Of("A talk")).Events);
        Assert.Equal(("20270314T073000Z", "PT60M", "OPAQUE"), (read["DTSTART"], read["DURATION"], read["TRANSP"]));
    }

    [Fact]
    public void An_empty_calendar_is_one() => Assert.Empty(CalendarReader.Read(CalendarText.Of([], At)).Events);

    private static string Of(string title) => CalendarText.Of([new("a-1", 2, At, Duration.FromHours(1), title, IsBusy: true)], At);
}
