namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// Every request of a community against every mentor: rows in the order of the requests, the same whatever the number of threads, and
/// nothing kept of a pair that is not answered.
/// </summary>
/// <param name="progress">Told now and then how many requests are done.</param>
internal sealed class WholeCommunity(PackedBoard board, IReadOnlyList<Ask> asks, IProgress<int>? progress, CancellationToken cancellation)
{
    private const int TellEvery = 256;
    private int _done;

    /// <summary>For each request the best <paramref name="most"/> whom the service may propose of itself.</summary>
    public BestPairs BestEach(int most) => BestPairs.Of(Rows(() => new Leaders(most), Best));

    /// <summary>
    /// Pairs outside the lists that could still better an allotment over them: those whose fit is more than both prices together. Where
    /// there are none, prices that prove the optimum over the lists prove it over all pairs.
    /// </summary>
    /// <param name="lists">Of <see cref="BestEach"/> for the same requests with <paramref name="most"/>; pairs that were added since are
    /// within their prices.</param>
    /// <param name="newcomer">The price of each request in thousandths, less what serving one more person counts.</param>
    /// <param name="mentor">The price of each mentor's place in thousandths.</param>
    public BestPairs MissingPairs(BestPairs lists, int most, long[] newcomer, long[] mentor)
    {
        var cheapest = mentor.Length == 0 ? 0 : mentor.Min();
        return BestPairs.Of(Rows(() => new Leaders(board.Mentors.Count), (row, found) =>
        {
            // A list that is not full holds everyone; past a full one nobody fits better than its last.
            if (lists.LengthOf(row) < most || most > 0 && lists.Fit[lists.Start[row + 1] - 1] <= newcomer[row] + cheapest) return;
            Missing(board.Of(asks[row]), lists, row, newcomer[row], mentor, found);
        }));
    }

    private static void Missing(PackedAsk ask, BestPairs lists, int row, long price, long[] mentors, Leaders found)
    {
        var listed = lists.Mentor.AsSpan(lists.Start[row], lists.LengthOf(row));
        var most = listed.IsEmpty ? 1000 : lists.Fit[lists.Start[row + 1] - 1];
        foreach (var mentor in ask.Field.Ready)
        {
            if (most <= price + mentors[mentor]) continue;
            var verdict = ask.Judge(mentor);
            if (verdict.MayBeProposedUnasked && verdict.Fit > price + mentors[mentor] && !listed.Contains(mentor))
                found.Offer(mentor, verdict.Fit, needsOverride: false);
        }
    }

    private void Best(int row, Leaders best)
    {
        var ask = board.Of(asks[row]);
        foreach (var mentor in ask.Field.Ready)
            if (ask.Judge(mentor) is { MayBeProposedUnasked: true } verdict) best.Offer(mentor, verdict.Fit, needsOverride: false);
    }

    private (int, int)[][] Rows(Func<Leaders> leaders, Action<int, Leaders> fill)
    {
        var rows = new (int, int)[asks.Count][];
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, leaders, (row, _, found) =>
        {
            found.Clear();
            fill(row, found);
            rows[row] = found.InOrder();
            if (Interlocked.Increment(ref _done) is var done && (done % TellEvery == 0 || done == rows.Length)) progress?.Report(done);
            return found;
        }, _ => { });
        return rows;
    }
}
