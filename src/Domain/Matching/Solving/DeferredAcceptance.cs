namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Newcomers propose in order of preference, mentors keep the best of those who did and send the others on (Gale and Shapley 1962): no
/// newcomer can have a better mentor in any stable allotment, and who is served is the same in all of them (Roth 1986).
/// </summary>
internal static class DeferredAcceptance
{
    /// <summary>Both sides prefer by fit, newcomers then the lower mentor and mentors then the longer wait.</summary>
    internal static int[] Of(AllotmentProblem problem, Pace pace)
    {
        bool[] newcomers = [.. Enumerable.Repeat(true, problem.Newcomers)],
            mentors = [.. problem.Places.ToArray().Select(places => places > 0)];
        var rows = SortedRows.OfNewcomers(problem, (newcomers, mentors), pace);
        return Propose(
            problem.Newcomers,
            problem.Places,
            (newcomer, turn) => turn < rows[newcomer].Length ? SortedRows.ColumnOf(rows[newcomer][turn]) : -1,
            (mentor, newcomer, turn) => ((long)SortedRows.FitOf(rows[newcomer][turn]) << 32) - newcomer,
            pace);
    }

    /// <param name="choice">Whom a newcomer names at each turn, the best first; below 0 when the list is at its end.</param>
    /// <param name="worth">What a mentor gives for a newcomer who named them at that turn.</param>
    /// <returns>The mentor of each newcomer, or -1.</returns>
    internal static int[] Propose(
        int newcomers, ReadOnlySpan<int> places, Func<int, int, int> choice, Func<int, int, int, long> worth, Pace pace)
    {
        var (mentorOf, turns, kept) = (new int[newcomers], new int[newcomers], new PriorityQueue<int, long>?[places.Length]);
        Array.Fill(mentorOf, -1);
        for (var newcomer = 0; newcomer < newcomers; newcomer++)
        {
            pace.At(newcomer, newcomers);
            for (var proposer = newcomer; proposer >= 0;)
            {
                var turn = turns[proposer]++;
                if (choice(proposer, turn) is not (>= 0 and var mentor)) break;
                var keeps = kept[mentor] ??= new();
                mentorOf[proposer] = mentor;
                var (other, value) = (proposer, worth(mentor, proposer, turn));
                if (keeps.Count < places[mentor])
                {
                    keeps.Enqueue(proposer, value);
                    break;
                }
                if (places[mentor] > 0) other = keeps.EnqueueDequeue(proposer, value);
                mentorOf[proposer = other] = -1;
            }
        }
        return mentorOf;
    }
}
