namespace Mentorship.Domain.Matching;

/// <summary>
/// With which mentors one more newcomer could be matched while nobody who is matched loses their place: those with a place left, and
/// those one of whose newcomers could move on to such a mentor.
/// </summary>
internal static class Reach
{
    /// <param name="mentorOf">The mentor of each row, or −1.</param>
    /// <param name="places">The free places of each mentor before the allotment.</param>
    public static bool[] Of(EligiblePairs pairs, int[] mentorOf, ReadOnlySpan<int> places)
    {
        var (reached, left) = (new bool[places.Length], places.ToArray());
        foreach (var mentor in mentorOf)
            if (mentor >= 0) left[mentor]--;
        var (start, rows) = RowsByMentor(pairs, mentorOf, places.Length);
        var next = new Stack<int>(Enumerable.Range(0, places.Length).Where(mentor => left[mentor] > 0));
        foreach (var mentor in next) reached[mentor] = true;
        while (next.TryPop(out var free))
            foreach (var row in rows.AsSpan(start[free]..start[free + 1]))
                if (mentorOf[row] is var own && !reached[own])
                {
                    reached[own] = true;
                    next.Push(own);
                }
        return reached;
    }

    /// <summary>For each mentor, the matched rows that could have them, in compressed rows.</summary>
    private static (int[] Start, int[] Rows) RowsByMentor(EligiblePairs pairs, int[] mentorOf, int mentors)
    {
        var start = new int[mentors + 1];
        for (var row = 0; row < mentorOf.Length; row++)
            if (mentorOf[row] >= 0)
                foreach (var mentor in pairs.MentorsOf(row)) start[mentor + 1]++;
        for (var mentor = 0; mentor < mentors; mentor++) start[mentor + 1] += start[mentor];
        var (rows, at) = (new int[start[^1]], start.ToArray());
        for (var row = 0; row < mentorOf.Length; row++)
            if (mentorOf[row] >= 0)
                foreach (var mentor in pairs.MentorsOf(row)) rows[at[mentor]++] = row;
        return (start, rows);
    }
}
