using Mentorship.Infrastructure.Accounts;
using NodaTime;

namespace Mentorship.Api.Tests.Accounts;

public sealed class SlowdownTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 20, 12, 0);

    [Fact]
    public void It_keeps_no_more_keys_than_it_may_and_lets_the_oldest_go()
    {
        var slowdown = Of(maxKeys: 8);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Null(slowdown.Take($"key {i}", Start + Duration.FromSeconds(i)));
            Assert.InRange(slowdown.Keys, 1, 8);
        }
        Assert.NotNull(slowdown.Take("key 999", Start + Duration.FromSeconds(999)));
        Assert.Null(slowdown.Take("key 0", Start + Duration.FromSeconds(999)));
    }

    [Fact]
    public void A_key_is_forgotten_when_it_was_quiet_for_long_enough()
    {
        var slowdown = Of();
        slowdown.Take("key", Start);
        Assert.Equal(Duration.FromSeconds(1), slowdown.Take("key", Start));
        slowdown.Take("key", Start + Duration.FromSeconds(1));
        Assert.Equal(Duration.FromSeconds(2), slowdown.Take("key", Start + Duration.FromSeconds(1)));
        var later = Start + Duration.FromHours(2);
        Assert.Null(slowdown.Take("key", later));
        Assert.Equal(Duration.FromSeconds(1), slowdown.Take("key", later));
    }

    [Fact]
    public void Many_at_once_count_as_many()
    {
        var slowdown = new Slowdown(5, Duration.FromSeconds(1), Duration.FromSeconds(300), Duration.FromHours(1));
        var passed = Enumerable.Range(0, 100).AsParallel().Count(_ => slowdown.Take("key", Start) is null);
        Assert.Equal(5, passed);
    }

    private static Slowdown Of(int maxKeys = 100) =>
        new(1, Duration.FromSeconds(1), Duration.FromSeconds(300), Duration.FromHours(1), maxKeys);
}
