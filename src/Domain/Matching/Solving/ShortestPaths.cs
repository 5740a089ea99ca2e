namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Places rows in columns one by one, each time at the best total of all placed so far: a shortest path of moves, in fit given up and
/// price, from the new row to a column with room, or to a row that stays out (successive shortest paths with prices, after Jonker and
/// Volgenant 1987, with places whose cost rises).
/// </summary>
internal sealed class ShortestPaths
{
    private const int Far = int.MaxValue;
    private const int SortingPays = 2;

    private readonly SortedRows _rows;
    private readonly Seating _seating;
    private readonly bool _mayStayOut;
    private readonly int[] _price, _distance, _by, _fit, _seat, _from, _seenFor;
    private readonly NearestFirst _nearest = new();
    private readonly List<int> _touched = [], _passed = [];
    private readonly int[] _sortedAt;
    private int _search, _best, _endColumn, _endSeat;
    private long _wasted;

    /// <param name="mayStayOut">Whether a row that gains nothing stays out; otherwise each that is placed must have a way to some
    /// room.</param>
    public ShortestPaths(SortedRows rows, Seating seating, bool mayStayOut)
    {
        (_rows, _seating, _mayStayOut, _price, _sortedAt) = (rows, seating, mayStayOut, seating.Price, new int[seating.Columns]);
        (_distance, _by, _fit) = (new int[seating.Columns], new int[seating.Columns], new int[seating.Columns]);
        (_seat, _from, _seenFor) = (new int[rows.Count], new int[rows.Count], new int[rows.Count]);
        Array.Fill(_distance, Far);
    }

    /// <summary>
    /// 1. The shortest path from the row, through the rows that sit where it passes.
    /// 2. Prices rise in the columns passed, by as much as they lie nearer, so that everyone still sits where they gain most.
    /// 3. Each row on the path moves one on.
    /// </summary>
    public void Place(int row)
    {
        Search(row);
        foreach (var column in _passed) _price[column] += Math.Max(0, _best - _distance[column]);
        if (_endColumn >= 0) Move(row, _endColumn, _endSeat >= 0 ? _endSeat : _seating.AddSeat(_endColumn));
        Forget();
        if (_wasted > SortingPays * _rows.Pairs) SortAgain();
    }

    /// <summary>The greatest gain that the row has anywhere at present prices; where it may stay out, at least 0.</summary>
    public int GainOf(int row)
    {
        var most = _mayStayOut ? 0 : -Far;
        foreach (var pair in _rows[row])
        {
            var (column, fit) = (SortedRows.ColumnOf(pair), SortedRows.FitOf(pair));
            if (fit - _price[column] > most) most = fit - _price[column];
            else if (fit - _sortedAt[column] <= most) break; // prices only rise: nor does any later pair gain more
        }
        return most;
    }

    private void Search(int row)
    {
        var gain = GainOf(row);
        (_best, _endColumn, _endSeat) = (_mayStayOut ? gain : Far, -1, -1);
        _seenFor[row] = ++_search;
        Scan(row, gain);
        while (_nearest.HasWithin(_best))
        {
            var (distance, column) = _nearest.Take();
            if (distance == _distance[column]) Pass(column, distance);
        }
    }

    /// <summary>Each column of the row lies as far as the row's gain, less the fit and plus the price there.</summary>
    private void Scan(int row, int from)
    {
        var (price, sortedAt, distances, best) = (_price, _sortedAt, _distance, _best);
        foreach (var pair in _rows[row])
        {
            var column = SortedRows.ColumnOf(pair);
            var given = from - SortedRows.FitOf(pair);
            var distance = given + price[column];
            if (distance >= best)
            {
                if (given + sortedAt[column] >= best) return; // prices only rise: nor is any later pair nearer
                _wasted++;
            }
            else if (distance < distances[column]) best = Offer(row, column, SortedRows.FitOf(pair), distance);
        }
    }

    private int Offer(int row, int column, int fit, int distance)
    {
        if (_distance[column] == Far) _touched.Add(column);
        (_distance[column], _by[column], _fit[column]) = (distance, row, fit);
        if (_seating.HasRoom(column)) EndAt(column, -1, distance + _seating.NextCost(column) - _price[column]);
        if (distance < _best) _nearest.Add(distance, column);
        return _best;
    }

    private void Pass(int column, int distance)
    {
        _passed.Add(column);
        var (seat, end) = _seating.SeatsOf(column);
        for (; seat < end; seat++)
        {
            var (other, gain) = (_seating.Row[seat], _seating.GainIn(seat, column));
            if (_seenFor[other] == _search) continue;
            (_seenFor[other], _seat[other], _from[other]) = (_search, seat, column);
            if (_mayStayOut) EndAt(column, seat, distance + gain);
            Scan(other, distance + gain);
        }
    }

    /// <summary>Where prices have risen unevenly, those that gain most at present come first.</summary>
    private void SortAgain()
    {
        _price.CopyTo(_sortedAt, 0);
        _rows.SortAt(_sortedAt);
        _wasted = 0;
    }

    private void EndAt(int column, int seat, int distance)
    {
        if (distance < _best) (_best, _endColumn, _endSeat) = (distance, column, seat);
    }

    private void Move(int row, int column, int seat)
    {
        while (true)
        {
            var mover = _by[column];
            (_seating.Row[seat], _seating.Fit[seat]) = (mover, _fit[column]);
            if (mover == row) return;
            (seat, column) = (_seat[mover], _from[mover]);
        }
    }

    private void Forget()
    {
        foreach (var column in _touched) _distance[column] = Far;
        _touched.Clear();
        _passed.Clear();
        _nearest.Clear();
    }
}
