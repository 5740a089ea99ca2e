using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

/// <summary>
/// Deferred acceptance as the literature has it: each side lists the other, the best first; whoever is not on a list is not acceptable to its
/// owner.
/// </summary>
internal static class PreferenceLists
{
    /// <returns>The mentor of each newcomer, or -1.</returns>
    public static int[] Match(int[][] newcomersPrefer, int[][] mentorsPrefer, int[] places)
    {
        var ranks = mentorsPrefer.Select(list => list.Index().ToDictionary(entry => entry.Item, entry => entry.Index)).ToArray();
        int[][] mutual = [.. newcomersPrefer.Select((list, newcomer) =>
            list.Where(mentor => ranks[mentor].ContainsKey(newcomer)).ToArray())];
        return DeferredAcceptance.Propose(
            mutual.Length,
            places,
            (newcomer, turn) => turn < mutual[newcomer].Length ? mutual[newcomer][turn] : -1,
            (mentor, newcomer, _) => -ranks[mentor][newcomer],
            new Pace(null, CancellationToken.None));
    }
}
