using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Time;

public class GraceTests
{
    [Theory]
    [InlineData(Layer.Daily, 12)]
    [InlineData(Layer.Weekly, 48)]
    [InlineData(Layer.Monthly, 7 * 24)]
    [InlineData(Layer.Quarterly, 14 * 24)]
    public void Deeper_check_ins_may_be_answered_for_longer(Layer layer, int hours) =>
        Assert.Equal(Duration.FromHours(hours), Grace.Of(layer));

    [Fact]
    public void Every_layer_has_a_grace() => Assert.All(Enum.GetValues<Layer>(), layer => Assert.True(Grace.Of(layer) > Duration.Zero));
}
