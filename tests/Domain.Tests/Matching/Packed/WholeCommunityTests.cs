using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Packed;

public class WholeCommunityTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public void Each_request_has_the_best_whom_the_readable_rules_allow_unasked(int most)
    {
        foreach (var board in Boards(60))
        {
            var pairs = Of(board).BestEach(most);
            for (var row = 0; row < board.Asks.Count; row++)
            {
                var expected = board.JudgeAll(board.Asks[row]).Where(c => c.MayBeProposedUnasked).Order(Candidate.BestFirst).Take(most);
                Assert.Equal(expected.Select(c => (c.Mentor, c.Fit!.PerMille)), RowOf(pairs, row).Select(pair => (board.Mentors[pair.Mentor].Id, pair.Fit)));
            }
        }
    }

    [Fact]
    public void Pairs_are_missing_exactly_where_they_are_not_listed_and_fit_better_than_both_prices()
    {
        var (random, found) = (new Random(3), 0);
        foreach (var board in Boards(150))
        {
            var most = random.Next(4);
            var (lists, all) = (Of(board).BestEach(most), Of(board).BestEach(1000));
            long[] newcomer = [.. board.Asks.Select(_ => (long)random.Next(-200, 900))], mentor = [.. board.Mentors.Select(_ => (long)random.Next(3) * 100)];
            var missing = Of(board).MissingPairs(lists, most, newcomer, mentor);
            for (var row = 0; row < board.Asks.Count; row++)
            {
                var expected = RowOf(all, row).Skip(most).Where(pair => pair.Fit > newcomer[row] + mentor[pair.Mentor]);
                Assert.Equal(expected, RowOf(missing, row));
                found += missing.LengthOf(row);
            }
        }
        Assert.InRange(found, 100, 10000);
    }

    [Fact]
    public void Short_lists_completed_by_what_is_missing_reach_the_optimum_over_all_pairs()
    {
        var rounds = 0;
        foreach (var board in Enumerable.Range(1, 40).Select(seed => new MatchingBoard(Crowd.Rows(seed, requests: 12, mentors: 10))))
        {
            int[] places = [.. board.Mentors.Select(board.PlacesLeft)];
            var (all, first) = (Of(board).BestEach(1000), Of(board).BestEach(1));
            var (best, solution, lists) = (Solve(all, places), Solve(first, places), first);
            for (var missing = Missing(board, first, solution); missing.Count > 0; missing = Missing(board, first, solution), rounds++)
            {
                lists = BestPairs.Of([.. board.Asks.Index().Select(row => RowOf(lists, row.Index).Concat(RowOf(missing, row.Index)).ToArray())]);
                solution = Solve(lists, places);
            }
            Assert.Equal((best.People, best.TotalFit), (solution.People, solution.TotalFit));
        }
        Assert.True(rounds > 5, "No list was ever too short.");
    }

    [Fact]
    public void The_number_of_threads_and_the_order_of_rows_change_nothing_and_progress_ends_with_all()
    {
        var rows = SampleCommunity.Rows();
        var (told, one) = (new Told(), new MatchingBoard(rows));
        var other = new MatchingBoard(rows with { Asks = [.. rows.Asks.Reverse()], Mentors = [.. rows.Mentors.Reverse()] });
        var (pairs, again) = (new WholeCommunity(one.Packed, one.Asks, told, default).BestEach(10), Of(other).BestEach(10));
        Assert.True(Same((pairs.Start, pairs.Mentor, pairs.Fit), (again.Start, again.Mentor, again.Fit)));
        Assert.Equal(one.Asks.Count, told.Most);
    }

    [Fact]
    public void It_stops_when_it_is_cancelled()
    {
        var board = new MatchingBoard(SampleCommunity.Rows());
        Assert.Throws<OperationCanceledException>(() => new WholeCommunity(board.Packed, board.Asks, null, new CancellationToken(canceled: true)).BestEach(5));
    }

    private static IEnumerable<MatchingBoard> Boards(int count) => Enumerable.Range(1, count).Select(seed => new MatchingBoard(WildCrowd.Rows(seed, 5, 16)));

    private static WholeCommunity Of(MatchingBoard board) => new(board.Packed, board.Asks, null, default);

    private static IEnumerable<(int Mentor, int Fit)> RowOf(BestPairs pairs, int row) =>
        Enumerable.Range(pairs.Start[row], pairs.LengthOf(row)).Select(at => (pairs.Mentor[at], pairs.Fit[at]));

    private static Solution Solve(BestPairs pairs, int[] places) =>
        Solver.Solve(new(pairs.Start, pairs.Mentor, pairs.Fit, places, new int[places.Length], spread: 0), Objective.MostPeople);

    private static BestPairs Missing(MatchingBoard board, BestPairs lists, Solution solution) =>
        Of(board).MissingPairs(lists, 1, [.. solution.Prices!.Newcomers.Select(price => price - solution.Prices.Reward)], solution.Prices.Mentors);

    private static bool Same((int[], int[], int[]) one, (int[], int[], int[]) other) =>
        one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3);

    private sealed class Told : IProgress<int>
    {
        public int Most { get; private set; }

        public void Report(int value)
        {
            lock (this) Most = Math.Max(Most, value);
        }
    }
}
