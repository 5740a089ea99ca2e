using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Contract;

namespace Mentorship.Api.Tests.Http;

public sealed class FarDatesTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    [Theory]
    [InlineData("every:366:9999-12-31")]
    [InlineData("every:1:-9998-01-01")]
    public async Task A_rhythm_at_the_end_of_the_time_line_is_400_in_the_zone_that_would_push_it_over(string rhythm)
    {
        var scene = await Scene.At(Stage.Active, world.Host, world.Community);
        var body = JsonContent.Create(new { layer = "weekly", rhythm, at = "23:30", zoneId = "Etc/GMT+12" });
        var request = new HttpRequestMessage(HttpMethod.Put, $"{world.Path}/plans/{scene.Values["plan"]}") { Content = body, Headers = { { "If-Match", "*" } } };
        var problem = await (await scene.Newcomer.Http.SendAsync(request)).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.Equal(["rhythm: rhythm-invalid"], problem.Errors());
    }
}
