namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// The best few of many: those who need no override first, then by fit, then by number, which is the order of ids. A heap with the worst of
/// them on top, so that most are turned away by one comparison.
/// </summary>
internal sealed class Leaders(int most)
{
    private readonly ulong[] _heap = new ulong[most];
    private int _count;

    public int Count => _count;

    public void Offer(int mentor, int fit, bool needsOverride)
    {
        var rank = (needsOverride ? 1UL << 63 : 0) | (ulong)(1000 - fit) << 32 | (uint)mentor;
        if (_count < most) Rise(rank, _count++);
        else if (most > 0 && rank < _heap[0]) Sink(rank);
    }

    /// <summary>Best first.</summary>
    public (int Mentor, int Fit)[] InOrder()
    {
        var ranks = _heap.AsSpan(0, _count).ToArray();
        Array.Sort(ranks);
        return Array.ConvertAll(ranks, rank => ((int)(uint)rank, 1000 - (int)(rank >> 32 & 0x7FFF_FFFF)));
    }

    private void Rise(ulong rank, int at)
    {
        for (var above = (at - 1) / 2; at > 0 && _heap[above] < rank; above = (at - 1) / 2) (_heap[at], at) = (_heap[above], above);
        _heap[at] = rank;
    }

    private void Sink(ulong rank)
    {
        var at = 0;
        for (var below = 1; below < _count; below = 2 * at + 1)
        {
            if (below + 1 < _count && _heap[below + 1] > _heap[below]) below++;
            if (_heap[below] <= rank) break;
            (_heap[at], at) = (_heap[below], below);
        }
        _heap[at] = rank;
    }
}
