using Mentorship.Api.Simulation;
using Mentorship.Api.VirtualTime;
using Mentorship.Infrastructure.Persistence;
using NodaTime;

namespace Mentorship.Api.Tests.Simulation;

/// <summary>A made-up community that has lived for some days, the service away for hours on one of the last.</summary>
public sealed class LivedTown : IAsyncLifetime
{
    private const int Days = 9;

    private readonly VirtualHost _host = new(Api.Simulation.Simulation.Start);

    internal Town Town { get; private set; } = null!;

    internal Api.Simulation.Simulation Simulation { get; private set; } = null!;

    internal Interval Outage { get; private set; }

    public async Task InitializeAsync()
    {
        var seed = Enumerable.Range(1, 1000).First(s => Away(s).Any());
        Outage = Away(seed).First();
        await _host.Prepare();
        Town = new Town(_host, await _host.Found("Simulation"));
        Simulation = new(Town, new SimulationOptions(Members: 120, Days, seed));
        for (var day = 0; day < Days; day++) await Simulation.LiveADay();
        Assert.Empty(Simulation.Broken);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    internal Task<T> Read<T>(Func<MentorshipDb, Task<T>> read) => Town.Read(read);

    private static IEnumerable<Interval> Away(int seed) => new Weather(Api.Simulation.Simulation.Start, Days, seed).ServiceAway
        .Where(o => o.Duration >= Duration.FromHours(5) && o.Start > At(Days - 4) && o.End < At(Days - 2));

    private static Instant At(int day) => Api.Simulation.Simulation.Start + Duration.FromDays(day);
}

/// <summary>Living takes some seconds: it is done once.</summary>
[CollectionDefinition(nameof(LivedTown))]
public sealed class LivedTownCollection : ICollectionFixture<LivedTown>;
