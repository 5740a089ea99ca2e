using Mentorship.Domain;
using Mentorship.Domain.Matching;

namespace Mentorship.Benchmarks;

/// <summary>
/// Every pair that an allotment of a whole community may make, listed as it lists them, in seconds, beside a community of a quarter of its
/// size. The size is the number of newcomers and of mentors.
/// </summary>
internal static class CommunityBenchmark
{
    private static readonly ILookup<RequestId, MemberId> None = Array.Empty<Placement>().ToLookup(pair => pair.Request, pair => pair.Mentor);

    public static Task Run(Order order)
    {
        var size = order.Size ?? 20_000;
        var (quarter, whole) = (Board(size / 4), Board(size));
        Console.WriteLine($"{size:N0} × {size:N0}, every eligible pair; a quarter has a sixteenth of the pairs");
        Tell(whole);
        return Turns.Take(order.Rounds, "seconds",
            new($"{size / 4:N0} × {size / 4:N0}", () => Seconds(quarter)),
            new($"{size:N0} × {size:N0}", () => Seconds(whole)));
    }

    private static MatchingBoard Board(int size) => new(new Population(2).Rows(size, size));

    private static void Tell(MatchingBoard board)
    {
        var (before, allocated) = (Held(), GC.GetTotalAllocatedBytes());
        var packed = board.Packed;
        var (afterPacking, most) = (Held(), 0L);
        var pairs = Pairs(board, () => most = Math.Max(most, GC.GetTotalMemory(false)));
        most = Math.Max(most, GC.GetTotalMemory(false));
        var looked = board.Asks.Sum(ask => (long)packed.Of(ask).Field.Ready.Length);
        var alone = Enumerable.Range(0, board.Asks.Count).Count(row => pairs.MentorsOf(row).IsEmpty);
        Console.WriteLine($"{pairs.Mentor.Length:N0} pairs listed; {looked:N0} of {(long)board.Asks.Count * board.Mentors.Count:N0} looked at one by one; {alone:N0} newcomers with nobody");
        Console.WriteLine($"packed board {Mib(afterPacking - before)}, held at most {Mib(most - before)} beside the members, allocated in all {Mib(GC.GetTotalAllocatedBytes() - allocated)}, process {Mib(Environment.WorkingSet)}");
    }

    private static Task<double> Seconds(MatchingBoard board) => Timed.Seconds(() => Task.FromResult(Pairs(board, () => { })));

    private static EligiblePairs Pairs(MatchingBoard board, Action look) => EligiblePairs.Of(board, board.Asks, None, _ => look(), default);

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Mib(long bytes) => $"{bytes / 1048576.0:N0} MiB";
}
