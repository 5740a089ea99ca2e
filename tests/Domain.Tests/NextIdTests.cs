namespace Mentorship.Domain.Tests;

public class NextIdTests
{
    [Fact]
    public void Each_id_is_greater_than_the_one_before_however_quickly_they_are_made()
    {
        var ids = Enumerable.Range(0, 100_000).Select(_ => MemberId.New().Value).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void An_id_is_a_version_7_UUID_of_its_variant() => Assert.All(Enumerable.Range(0, 10_000).Select(_ => MemberId.New().Value), id =>
        Assert.Equal((7, 0x8), (id.Version, id.Variant & 0xC)));

    [Fact]
    public async Task Two_threads_never_get_the_same()
    {
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 20_000).Select(_ => MemberId.New()).ToList())));
        Assert.Equal(80_000, many.SelectMany(ids => ids).Distinct().Count());
    }
}
