using Mentorship.Engines;

namespace Mentorship.Benchmarks;

/// <summary>The bare endpoint and the service twice, on one database, each with its own connections, all warm.</summary>
internal sealed class Ring : IAsyncDisposable
{
    private const int Pairs = 16;

    private readonly string _folder;
    private readonly TestDatabase _database;
    private readonly ServiceHost _forgetful;
    private readonly BareHost _bare;

    private Ring(TestDatabase database, string folder, ServiceHost service, ServiceHost forgetful, BareHost bare, Scene scene)
    {
        (_database, _folder, Service, _forgetful, _bare, Scene) = (database, folder, service, forgetful, bare, scene);
        (Bare, Whole, Forgetful) = (new Load(bare.Address), new Load(service.Address), new Load(forgetful.Address));
    }

    public ServiceHost Service { get; }

    public Scene Scene { get; }

    public Load Bare { get; }

    public Load Whole { get; }

    /// <summary>The service, but it remembers nobody from one request to the next.</summary>
    public Load Forgetful { get; }

    public static async Task<Ring> Begin(Order order)
    {
        var folder = Directory.CreateTempSubdirectory("mentorship-ring-").FullName;
        var database = await TestDatabase.New(order.Engine);
        var settings = ServiceHost.Settings(order.Engine, database.ConnectionString, folder);
        var service = new ServiceHost(settings);
        var scene = await Scene.In(service, Pairs);
        return new(database, folder, service, new ServiceHost(settings, forgetful: true), await BareHost.Start(settings, scene.Community), scene);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var load in (Load[])[Bare, Whole, Forgetful]) load.Dispose();
        await _bare.DisposeAsync();
        await _forgetful.DisposeAsync();
        await Service.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
