namespace Mentorship.Domain.Matching.Solving;

/// <summary>Which rows sit in each column's places, with their fit, and what a place costs there.</summary>
internal sealed class Seating
{
    private readonly int[] _first, _load, _held;
    private readonly int _step;

    /// <param name="rows">No column gets more places than rows that may sit there.</param>
    /// <param name="places">Places of each column.</param>
    /// <param name="held">How many each column has besides.</param>
    /// <param name="step">By how much each further row in a column costs more.</param>
    public Seating(SortedRows rows, ReadOnlySpan<int> places, ReadOnlySpan<int> held, int step)
    {
        var columns = places.Length;
        (_first, _load, _held, _step, Price) = (new int[columns + 1], new int[columns], held.ToArray(), step, new int[columns]);
        for (var row = 0; row < rows.Count; row++)
            foreach (var pair in rows[row]) _load[SortedRows.ColumnOf(pair)]++;
        for (var column = 0; column < columns; column++) _first[column + 1] = _first[column] + Math.Min(places[column], _load[column]);
        Array.Clear(_load);
        (Row, Fit) = (new int[_first[^1]], new int[_first[^1]]);
        for (var column = 0; column < columns; column++) Price[column] = NextCost(column);
    }

    /// <summary>The price of each column: from the cost of the last place taken to that of the next one free.</summary>
    public int[] Price { get; }

    /// <summary>Who sits in each seat.</summary>
    public int[] Row { get; }

    public int[] Fit { get; }

    public int Columns => _load.Length;

    public bool HasRoom(int column) => _first[column] + _load[column] < _first[column + 1];

    public int NextCost(int column) => _step * (_held[column] + _load[column]);

    /// <summary>The seats that are taken in a column.</summary>
    public (int First, int End) SeatsOf(int column) => (_first[column], _first[column] + _load[column]);

    public int AddSeat(int column) => _first[column] + _load[column]++;

    /// <summary>What the row in a seat of the column gains: its fit less the column's price.</summary>
    public int GainIn(int seat, int column) => Fit[seat] - Price[column];
}
