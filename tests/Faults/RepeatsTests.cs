namespace Mentorship.Faults;

public sealed class RepeatsTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CrashOutcome Exact = new()
    {
        Due = 10,
        HandOversOfACut = 1,
        Lost = 0,
        DoubledOccurrences = 0,
        UndueOccurrences = 0,
        DoubledNotices = 0,
        Repeats = new([], 0),
        StrayMessages = 0,
        Misdirected = 0,
        Took = TimeSpan.Zero,
    };

    [Fact]
    public void A_repeat_is_put_to_the_first_cut_between_its_two_arrivals()
    {
        var repeats = Repeats.Of([[At(1), At(12)], [At(11), At(32)], [At(13)]], [At(10), At(20), At(30)]);
        Assert.Equal([1, 1, 0], repeats.OfCuts);
        Assert.Equal((2, 1, 0), (repeats.Count, repeats.MostOfOneCut, repeats.OfNone));
    }

    [Fact]
    public void A_mail_that_arrived_three_times_is_repeated_twice() =>
        Assert.Equal([1, 1], Repeats.Of([[At(1), At(12), At(25)]], [At(10), At(20)]).OfCuts);

    [Fact]
    public void A_repeat_without_a_cut_between_its_arrivals_is_not_exact_however_many_cuts_there_were()
    {
        var repeats = Repeats.Of([[At(11), At(12)]], [At(10), At(20)]);
        Assert.Equal(1, repeats.OfNone);
        Assert.False((Exact with { Repeats = repeats }).IsExact);
        Assert.False((Exact with { Repeats = Repeats.Of([[At(1), At(2)]], []) }).IsExact);
    }

    [Fact]
    public void Two_repeats_at_one_cut_are_not_exact_though_there_were_as_many_cuts()
    {
        var two = Repeats.Of([[At(1), At(12)], [At(2), At(13)]], [At(10), At(20)]);
        Assert.False((Exact with { Repeats = two }).IsExact);
        Assert.True((Exact with { Repeats = two, HandOversOfACut = 2 }).IsExact);
        Assert.True((Exact with { Repeats = Repeats.Of([[At(1), At(12)], [At(13), At(22)]], [At(10), At(20)]) }).IsExact);
    }

    [Fact]
    public void A_mail_that_came_to_somebody_else_is_not_exact() => Assert.False((Exact with { Misdirected = 1 }).IsExact);

    [Fact]
    public void No_kill_is_an_order_and_no_plans_are_none()
    {
        Assert.Equal(0, CrashOrder.Parse(["--kills", "0"])?.Kills);
        Assert.Null(CrashOrder.Parse(["--due", "0"]));
    }

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);
}
