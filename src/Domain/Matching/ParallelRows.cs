namespace Mentorship.Domain.Matching;

/// <summary>
/// Works on rows on all processors, a batch at a time: what is found stands in the order of the rows, and progress rises.
/// </summary>
internal static class ParallelRows
{
    private const int Size = 256;

    /// <param name="done">Told after each batch how many rows are done, on the thread that called.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static T[] Of<T>(int rows, Func<int, T> work, Action<int> done, CancellationToken cancellation)
    {
        var (found, options) = (new T[rows], new ParallelOptions { CancellationToken = cancellation });
        for (var from = 0; from < rows; from += Size)
        {
            var to = Math.Min(from + Size, rows);
            Parallel.For(from, to, options, row => found[row] = work(row));
            done(to);
        }
        return found;
    }
}
