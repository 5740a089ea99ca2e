namespace Mentorship.Domain.Matching.Solving;

/// <summary>A binary heap of columns by distance, then by index; one may be there more than once, its least distance first.</summary>
internal sealed class NearestFirst
{
    private long[] _heap = new long[64];
    private int _count;

    public void Clear() => _count = 0;

    public bool HasWithin(int distance) => _count > 0 && (int)(_heap[0] >> 32) < distance;

    public void Add(int distance, int column)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, 2 * _count);
        var (heap, key, at) = (_heap, (long)distance << 32 | (uint)column, _count++);
        for (int parent; at > 0 && heap[parent = (at - 1) >> 1] > key; at = parent) heap[at] = heap[parent];
        heap[at] = key;
    }

    public (int Distance, int Column) Take()
    {
        var (heap, first, last, at) = (_heap, _heap[0], _heap[--_count], 0);
        for (int child; (child = 2 * at + 1) < _count; at = child)
        {
            if (child + 1 < _count && heap[child + 1] < heap[child]) child++;
            if (heap[child] >= last) break;
            heap[at] = heap[child];
        }
        heap[at] = last;
        return ((int)(first >> 32), (int)first);
    }
}
