using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Pairings;

public sealed class PauseTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_pause_before_the_first_meeting_leaves_it_to_be_recorded_and_one_after_it_does_not_undo_it()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Post(pair.Mentor, "pause");
        await pair.Post(pair.Newcomer, "resumption");
        Assert.Equal("introduced", await Standing(pair));
        await pair.Post(pair.Newcomer, "first-talk");
        await pair.Post(pair.Mentor, "pause");
        await pair.Post(pair.Mentor, "resumption");
        Assert.Equal("active", await Standing(pair));
    }

    public void Dispose() => _host.Dispose();

    private static async Task<string?> Standing(IntroducedPair pair) =>
        (await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>(pair.Path)).GetProperty("standing").GetString();
}
