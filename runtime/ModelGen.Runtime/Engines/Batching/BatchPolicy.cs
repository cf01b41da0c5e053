namespace ModelGen.Engines;

/// <summary>When a batch starts: pure arithmetic, without clock or lock.</summary>
/// <remarks>
/// It learns how many items there are at once. A closed circle of callers, each of which sends its next item when it has its result, is served as soon as
/// all of them have sent one; waiting longer could bring nobody. Only when fewer come than it expects does it wait out the delay, and then expects fewer.
/// </remarks>
/// <param name="maxBatch">Items of the largest batch.</param>
internal sealed class BatchPolicy(int maxBatch)
{
    private int _expected = maxBatch;

    /// <summary>An item came.</summary>
    /// <param name="present">Items that wait or are being worked on.</param>
    public void Came(int present) => _expected = Math.Max(_expected, present);

    /// <summary>Whether a batch should start now.</summary>
    /// <param name="waiting">Items that wait, from 1.</param>
    /// <param name="largest">Items that fit into one batch.</param>
    /// <param name="running">Batches under way.</param>
    /// <param name="isLate">Whether the first of the items has waited as long as it may.</param>
    public bool IsDue(int waiting, int largest, int running, bool isLate)
    {
        if (waiting >= largest)
            return true;
        // The model is busy: more may gather meanwhile.
        if (running > 0)
            return false;
        if (waiting >= _expected)
            return true;
        if (isLate)
            _expected = waiting;
        return isLate;
    }
}
