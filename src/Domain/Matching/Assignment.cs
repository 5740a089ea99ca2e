namespace Mentorship.Domain.Matching;

/// <summary>
/// Each row to one column at the least total cost, no column beyond its places: successive shortest augmenting paths with prices
/// (after Jonker and Volgenant 1987, with places). A column needs room for every row, so that each finds one.
/// </summary>
internal sealed class Assignment
{
    public const long Forbidden = long.MaxValue;

    private readonly long[,] _costs;
    private readonly int[] _places;
    private readonly List<int>[] _rowsOf;
    private readonly int[] _columnOf;
    private readonly long[] _prices;

    private Assignment(long[,] costs, int[] places)
    {
        (_costs, _places) = (costs, places);
        _rowsOf = [.. places.Select(_ => new List<int>())];
        (_columnOf, _prices) = (new int[costs.GetLength(0)], new long[places.Length]);
        Array.Fill(_columnOf, -1);
    }

    /// <summary>The column of each row.</summary>
    public IReadOnlyList<int> ColumnOf => _columnOf;

    /// <summary>
    /// What a place in each column is worth, 0 or less, 0 wherever a place is left. With cost less price at its least in each row's own
    /// column, they prove that no assignment costs less.
    /// </summary>
    public IReadOnlyList<long> Prices => _prices;

    public static Assignment Of(long[,] costs, int[] places)
    {
        var assignment = new Assignment(costs, places);
        for (var row = 0; row < costs.GetLength(0); row++) assignment.Place(row);
        return assignment;
    }

    /// <summary>
    /// 1. The shortest path, in cost less price, from the row to a column with a place left, through the rows of full columns.
    /// 2. Prices fall in the columns passed, by as much as they lie nearer, so that every row stays in a cheapest column.
    /// 3. Each row on the path moves one column on.
    /// </summary>
    private void Place(int row)
    {
        var reached = new Reached(_places.Length);
        Relax(reached, row, 0);
        var column = reached.Nearest();
        while (_rowsOf[column].Count == _places[column])
        {
            reached.IsDone[column] = true;
            foreach (var other in _rowsOf[column]) Relax(reached, other, reached.Distance[column] - Reduced(other, column));
            column = reached.Nearest();
        }
        for (var done = 0; done < _places.Length; done++)
            if (reached.IsDone[done]) _prices[done] += reached.Distance[done] - reached.Distance[column];
        Augment(reached, row, column);
    }

    private void Relax(Reached reached, int row, long from)
    {
        for (var column = 0; column < _places.Length; column++)
            if (_costs[row, column] != Forbidden) reached.Offer(column, from + Reduced(row, column), row);
    }

    private void Augment(Reached reached, int row, int column)
    {
        for (var mover = -1; mover != row;)
        {
            mover = reached.By[column];
            var left = _columnOf[mover];
            if (left >= 0) _rowsOf[left].Remove(mover);
            _rowsOf[column].Add(mover);
            (_columnOf[mover], column) = (column, left);
        }
    }

    private long Reduced(int row, int column) => _costs[row, column] - _prices[column];

    /// <summary>How far each column is from the row that is being placed, and through which row it was reached.</summary>
    private sealed class Reached
    {
        public Reached(int columns)
        {
            (Distance, By, IsDone) = (new long[columns], new int[columns], new bool[columns]);
            Array.Fill(Distance, long.MaxValue);
        }

        public long[] Distance { get; }
        public int[] By { get; }
        public bool[] IsDone { get; }

        public void Offer(int column, long distance, int by)
        {
            if (!IsDone[column] && distance < Distance[column]) (Distance[column], By[column]) = (distance, by);
        }

        /// <summary>The nearest column that is not done, the first of equals.</summary>
        public int Nearest()
        {
            var nearest = -1;
            for (var column = 0; column < Distance.Length; column++)
                if (!IsDone[column] && Distance[column] < (nearest < 0 ? long.MaxValue : Distance[nearest])) nearest = column;
            return nearest;
        }
    }
}
