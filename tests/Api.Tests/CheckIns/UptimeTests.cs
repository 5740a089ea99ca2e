using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Nobody is judged by the time in which the service was away, wherever in the time of their check-in that was.</summary>
public class UptimeTests
{
    [Theory]
    [InlineData(48, 48, "missed")]
    [InlineData(1, 20, "missed")] // half of the time was left, and the evening with it
    [InlineData(1, 47, "excused")] // the link was dead from the first hour on, and worked again shortly before the end
    [InlineData(46, 48, "excused")] // many answer at the end
    public async Task A_check_in_that_could_hardly_be_answered_is_excused(int away, int back, string state)
    {
        using var host = new ApiHost();
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        for (var half = 0; half <= 96; half++)
        {
            host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromMinutes(30 * half));
            if (half <= 2 * away || half >= 2 * back) await host.Send(new RecordUptime());
        }
        await pair.LapseAfterGrace();
        Assert.Equal(state, await pair.State());
    }

    [Fact]
    public async Task An_outage_is_known_to_whoever_looks_first_after_it()
    {
        using var host = new ApiHost();
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        await host.Send(new RecordUptime());
        await pair.LapseAfterGrace(); // the other jobs have not run yet
        Assert.Equal("excused", await pair.State());
    }

    [EveryEngine]
    public async Task Two_hosts_keep_one_record_and_a_clock_that_was_ahead_leaves_none(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (api, start) = (host.Api, host.Api.Clock.Now);
        await Task.WhenAll(api.Send(new RecordUptime()), api.Send(new RecordUptime()));
        api.Clock.Advance(Duration.FromDays(400));
        await api.Send(new RecordUptime());
        api.Clock.MoveTo(start + Duration.FromMinutes(1));
        await api.Send(new RecordUptime());
        Assert.Empty(await Outages(api));

        api.Clock.Advance(Duration.FromHours(3));
        await Task.WhenAll(api.Send(new RecordUptime()), api.Send(new RecordUptime()));

        Assert.Equal([new Interval(start + Duration.FromMinutes(1), api.Clock.Now)], await Outages(api));
    }

    private static async Task<IReadOnlyList<Interval>> Outages(ApiHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UptimeBook>().OutagesUntil(host.Clock.Now, CancellationToken.None)).Spans;
    }
}
