namespace Mentorship.Domain.Matching;

/// <summary>The objective "most people": as many requests served as can be, then the best total fit, within the mentors' places.</summary>
internal static class MostPeople
{
    private const int NoFit = 1000;

    /// <param name="fits">Fit in thousandths by request and mentor; null where the pair may not be proposed.</param>
    /// <param name="places">Places of each mentor.</param>
    /// <returns>The mentor of each request, or null.</returns>
    public static int?[] Solve(int?[,] fits, IReadOnlyList<int> places)
    {
        var nobody = places.Count;
        var assignment = Assignment.Of(CostsOf(fits), [.. places, fits.GetLength(0)]);
        return [.. assignment.ColumnOf.Select(column => column == nobody ? (int?)null : column)];
    }

    /// <summary>Everyone may have nobody, in the last column, at a price that no gain in fit of all others makes up for.</summary>
    private static long[,] CostsOf(int?[,] fits)
    {
        var (requests, mentors) = (fits.GetLength(0), fits.GetLength(1));
        var costs = new long[requests, mentors + 1];
        for (var request = 0; request < requests; request++)
        {
            for (var mentor = 0; mentor < mentors; mentor++)
                costs[request, mentor] = fits[request, mentor] is { } fit ? NoFit - fit : Assignment.Forbidden;
            costs[request, mentors] = (long)NoFit * requests + 1;
        }
        return costs;
    }
}
