using System.Net.Http.Json;
using Mentorship.Domain.CheckIns;

namespace Mentorship.Benchmarks;

/// <summary>POST of one answer to a check-in, through everything, against the bare endpoint. The size is requests a turn.</summary>
internal static class WriteBenchmark
{
    private static readonly object Body = new { answers = new[] { new { question = Questions.Today, choice = "good" } } };

    public static async Task Run(Order order)
    {
        await using var ring = await Ring.Begin(order);
        var size = order.Size ?? 1_600;
        var sent = 0;
        await Fill(ring, (3 * (order.Rounds + Turns.Warming) * size / ring.Scene.Callers.Count) + 1);
        await Turns.Take(order.Rounds, "requests a second",
            new("bare endpoint", () => Turn(ring.Bare, "")),
            new("whole pipeline", () => Turn(ring.Whole, ring.Scene.Path)),
            new("whole pipeline, callers looked up each time", () => Turn(ring.Forgetful, ring.Scene.Path)));

        Task<double> Turn(Load load, string path)
        {
            var first = sent;
            sent += size;
            return load.Send(size, n => Post(ring, path, first + n));
        }
    }

    /// <summary>Each check-in is answered once, so each request has one of its own.</summary>
    private static Task<int> Fill(Ring ring, int checkInsOfEach) => ring.Service.Inside(ring.Scene.Community, async (_, db) =>
    {
        foreach (var (series, caller) in ring.Scene.Callers.Index())
            await Copies.Make<CheckIn>(db, caller.FirstCheckIn.Value, checkInsOfEach,
                new() { ["Id"] = Copies.IdOfN(db, series), ["ScheduledDate"] = Copies.DateOfN(db) });
        return 0;
    });

    private static HttpRequestMessage Post(Ring ring, string path, int number)
    {
        var (turn, series) = Math.DivRem(number, ring.Scene.Callers.Count);
        return Load.Request(HttpMethod.Post, $"{path}/check-ins/{Copies.Id(series, turn)}/answers", ring.Scene.Callers[series].Token, JsonContent.Create(Body));
    }
}
