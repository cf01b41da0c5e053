namespace ModelGen;

/// <summary>The best of many in place: a heap with the worst of the best on top, so that most fail against it at once.</summary>
/// <typeparam name="TItem">What is ranked.</typeparam>
internal ref struct TopHeap<TItem>
    where TItem : struct, IRanked
{
    private readonly Span<TItem> _items;
    private int _count;

    /// <summary>Keeps as many as there is room for.</summary>
    public TopHeap(Span<TItem> room) => _items = room;

    /// <summary>Whether an item would be kept. One comparison settles nearly all: of equals the earlier stays; the rest of the rule is for NaN.</summary>
    public readonly bool Takes(float rank, int index) =>
        _count < _items.Length || (_items.Length > 0 && !(rank <= _items[0].Rank) && RanksBefore(rank, index, _items[0].Rank, _items[0].Index));

    /// <summary>Adds an item for which <see cref="Takes"/> says yes.</summary>
    public void Add(in TItem item)
    {
        if (_count < _items.Length)
        {
            _items[_count++] = item;
            for (int parent = _count == _items.Length ? _count / 2 - 1 : -1; parent >= 0; parent--)
                SiftDown(_items, parent);
            return;
        }
        _items[0] = item;
        SiftDown(_items, 0);
    }

    /// <summary>Puts the best first.</summary>
    /// <returns>How many there are.</returns>
    public readonly int Sort()
    {
        Span<TItem> heap = _items[.._count];
        // With room to spare it has never become a heap.
        for (int parent = _count / 2 - 1; parent >= 0; parent--)
            SiftDown(heap, parent);
        // Taking the worst off again and again leaves the best in front.
        for (int last = _count - 1; last > 0; last--)
        {
            (heap[0], heap[last]) = (heap[last], heap[0]);
            SiftDown(heap[..last], 0);
        }
        return _count;
    }

    /// <summary>Whether one is better than another.</summary>
    public static bool RanksBefore(float left, int leftIndex, float right, int rightIndex)
    {
        if (left > right)
            return true;
        if (left < right)
            return false;
        if (float.IsNaN(left) != float.IsNaN(right))
            return float.IsNaN(right);
        return leftIndex < rightIndex;
    }

    private static void SiftDown(Span<TItem> heap, int parent)
    {
        TItem sinking = heap[parent];
        while (true)
        {
            int child = 2 * parent + 1;
            if (child >= heap.Length)
                break;
            if (child + 1 < heap.Length && RanksBefore(heap[child], heap[child + 1]))
                child++;
            if (!RanksBefore(sinking, heap[child]))
                break;
            heap[parent] = heap[child];
            parent = child;
        }

        heap[parent] = sinking;
    }

    private static bool RanksBefore(in TItem left, in TItem right) => RanksBefore(left.Rank, left.Index, right.Rank, right.Index);
}
