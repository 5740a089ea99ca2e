using Mentorship.Api.Pages.Progress;

namespace Mentorship.Api.Tests.Progress;

public sealed class DialledTests
{
    [Theory]
    [InlineData("My sister, +1 (555) 279-2907, after six", "+1 (555) 279-2907", "+15552792907")]
    [InlineData("Ann 07700 900123", "07700 900123", "07700900123")]
    [InlineData("(020) 7946 0018 at work", "(020) 7946 0018", "02079460018")]
    [InlineData("116 123, day and night", "116 123", "116123")]
    [InlineData("Jo:+447700900123.", "+447700900123", "+447700900123")]
    public void A_number_can_be_dialled_however_it_is_written(string line, string written, string dialled)
    {
        var parts = Dialled.In(line);
        Assert.Equal((written, dialled), Assert.Single(parts, part => part.Number is not null));
        Assert.Equal(line, string.Concat(parts.Select(part => part.Text)));
    }

    [Theory]
    [InlineData("Ann, after 18:30, flat 12"), InlineData("since 2026-10-14"), InlineData("room 12345"), InlineData("My sister."), InlineData("id 1234567890123456789"), InlineData("")]
    public void Other_numbers_stay_words(string line) => Assert.DoesNotContain(Dialled.In(line), part => part.Number is not null);

    [Fact]
    public void Two_numbers_are_two() =>
        Assert.Equal(["020 7946 0018", "07700 900123"], Dialled.In("Ann 020 7946 0018 or 07700 900123").Where(part => part.Number is not null).Select(part => part.Text));
}
