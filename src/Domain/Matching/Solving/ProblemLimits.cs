namespace Mentorship.Domain.Matching.Solving;

/// <summary>What the numbers of a problem must be, so that the solver never meets an index or a sum out of range.</summary>
internal static class ProblemLimits
{
    private const long GreatestPrice = 1_000_000_000;

    public static void Check(int[] start, int[] mentor, int[] fit, int[] places, int[] held, int spread)
    {
        Require(start is [0, ..] && start[^1] == mentor.Length, "The rows must start at 0 and end with the last pair.", nameof(start));
        Require(mentor.Length == fit.Length, "Every pair has a mentor and a fit.", nameof(fit));
        Require(places.Length == held.Length, "Every mentor has places and a number of newcomers.", nameof(held));
        Require(Math.Max(start.Length - 1, places.Length) <= AllotmentProblem.LargestSide, "There are too many people.", nameof(start));
        Require(spread is >= 0 and <= AllotmentProblem.MostSpread, "The spread is 0 to 1000 thousandths.", nameof(spread));
        Require(!places.AsSpan().ContainsAnyExceptInRange(0, int.MaxValue), "Free places are 0 or more.", nameof(places));
        Require(!held.AsSpan().ContainsAnyExceptInRange(0, int.MaxValue), "Newcomers held are 0 or more.", nameof(held));
        Require(!fit.AsSpan().ContainsAnyExceptInRange(0, AllotmentProblem.BestFit), "A fit is 0 to 1000 thousandths.", nameof(fit));
        CheckRows(start, mentor, places.Length);
        CheckPrices(start.Length - 1, places, held, spread);
    }

    private static void CheckRows(int[] start, int[] mentor, int mentors)
    {
        var seenIn = new int[mentors];
        for (var newcomer = 0; newcomer < start.Length - 1; newcomer++)
        {
            var (from, to) = (start[newcomer], start[newcomer + 1]);
            Require(from <= to && to <= mentor.Length, "Rows must follow each other.", nameof(start));
            foreach (var index in mentor.AsSpan(from..to))
            {
                Require((uint)index < (uint)mentors, "There is no such mentor.", nameof(mentor));
                Require(seenIn[index] != newcomer + 1, "A pair is there twice.", nameof(mentor));
                seenIn[index] = newcomer + 1;
            }
        }
    }

    /// <summary>No price is dearer than a chain of moves through everyone; it must fit into 32 bits twice.</summary>
    private static void CheckPrices(int newcomers, int[] places, int[] held, int spread)
    {
        var most = 0L;
        for (var mentor = 0; mentor < places.Length; mentor++)
            most = Math.Max(most, held[mentor] + (long)Math.Min(places[mentor], newcomers));
        var chain = 2L * AllotmentProblem.BestFit * (Math.Min(newcomers, places.Length) + 1);
        Require(chain + spread * most <= GreatestPrice, "The community is too large to be allotted at once.", nameof(places));
    }

    private static void Require(bool holds, string sentence, string parameter)
    {
        if (!holds) throw new ArgumentException(sentence, parameter);
    }
}
