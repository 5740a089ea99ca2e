using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Pathways;

namespace Mentorship.Benchmarks;

/// <summary>
/// A shortlist of 20 among many mentors, in milliseconds a request, beside a bare pass over arrays and LINQ over objects. The size is the
/// number of mentors; LINQ takes one request a round, the others all.
/// </summary>
internal static class ShortlistBenchmark
{
    private const int Requests = 40;

    public static async Task Run(Order order)
    {
        var rows = new Population(1).Rows(Requests, order.Size ?? 100_000);
        var (board, bare) = (new MatchingBoard(rows), new BarePass(rows.Mentors));
        var packing = await Timed.Seconds(() => Task.FromResult(board.Packed));
        var (asks, turn) = (board.Asks, 0);
        Console.WriteLine($"{rows.Mentors.Count:N0} mentors, {Requests} requests, packed in {packing:0.00} s");
        Console.WriteLine($"{asks.Sum(ask => bare.Of(ask).Allowed):N0} pairs allowed by the bare pass, {asks.Sum(ask => board.Shortlist(ask.Request.Id).Proposable):N0} by the shortlists");
        var differing = asks.Take(3).Count(ask => !board.Shortlist(ask.Request.Id).Candidates.Select(c => (c.Mentor, c.Fit!.PerMille)).SequenceEqual(Oracle(board, ask)));
        Console.WriteLine($"{differing} of 3 shortlists differ from judging everyone by the readable rules");
        await Turns.Take(order.Rounds, "ms a request",
            new("bare pass", () => Each(asks, ask => bare.Of(ask))),
            new("shortlist, field of the pathway known", () => Each(asks, ask => board.Shortlist(ask.Request.Id))),
            new("shortlist, field made anew", () => Each(asks, ask => Anew(board, ask))),
            new("LINQ over objects", () => Each([asks[turn++ % asks.Count]], ask => Oracle(board, ask).Count)));
    }

    private static Shortlist Anew(MatchingBoard board, Ask ask)
    {
        GC.KeepAlive(new Field(
            board.Packed.Mentors, ask.Request.CommunityId, PathwayCatalogue.Current.Get(ask.Request.Pathway), ask.Request.Kind));
        return board.Shortlist(ask.Request.Id);
    }

    private static List<(Domain.MemberId, int)> Oracle(MatchingBoard board, Ask ask) =>
    [
        .. board.Mentors.Select(mentor => board.Judge(ask, mentor)).Where(c => c.Bar is null)
            .OrderBy(c => !c.IsEligible).ThenByDescending(c => c.Fit!.PerMille).ThenBy(c => c.Mentor.Value)
            .Take(Shortlist.UsualLength).Select(c => (c.Mentor, c.Fit!.PerMille)),
    ];

    private static async Task<double> Each<T>(IReadOnlyList<Ask> asks, Func<Ask, T> work)
    {
        var seconds = await Timed.Seconds(() =>
        {
            foreach (var ask in asks) GC.KeepAlive(work(ask));
            return Task.CompletedTask;
        });
        return 1000 * seconds / asks.Count;
    }
}
