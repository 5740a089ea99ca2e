
namespace Mentorship.Benchmarks;

/// <summary>GET of one pairing with the other's e-mail address, through everything, against the bare endpoint. The size is requests a turn.</summary>
internal static class ReadBenchmark
{
    public static async Task Run(Order order)
    {
        await using var ring = await Ring.Begin(order);
        var size = order.Size ?? 8_000;
        await Turns.Take(order.Rounds, "requests a second",
            new("bare endpoint", () => ring.Bare.Send(size, n => Get($"/pairings/{CallerOf(n).Pairing}", n))),
            new("whole pipeline", () => ring.Whole.Send(size, n => Get($"{ring.Scene.Path}/pairings/{CallerOf(n).Pairing}", n))),
            new("whole pipeline, callers looked up each time", () => ring.Forgetful.Send(size, n => Get($"{ring.Scene.Path}/pairings/{CallerOf(n).Pairing}", n))));

        Caller CallerOf(int number) => ring.Scene.Callers[number % ring.Scene.Callers.Count];
        HttpRequestMessage Get(string path, int number) => Load.Request(HttpMethod.Get, path, CallerOf(number).Token);
    }
}
