namespace ModelGen.Engines;

/// <summary>When a batch starts: pure arithmetic, without clock or lock.</summary>
/// <remarks>
/// It learns how many items there are at once. A closed circle of callers, each of which sends its next item when it has its result, is served as soon as
/// all of them have sent one; waiting longer could bring nobody. Only when fewer come than it expects does it wait out the delay, and then expects fewer.
/// It also learns how long a batch takes, and waits no longer than that: what a larger batch can save is at most one run.
/// Where several batches run at once at full speed, the items are shared out among them: two processors finish two halves sooner than one finishes the whole.
/// </remarks>
/// <param name="maxBatch">Items of the largest batch.</param>
/// <param name="maxDelay">How long an item waits at most for others.</param>
internal sealed class BatchPolicy(int maxBatch, TimeSpan maxDelay)
{
    // Timers count in milliseconds; a shorter wait would become one of a millisecond or two.
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(0.5);

    private int _expected = maxBatch;
    private TimeSpan? _usual;

    /// <summary>How long an item waits for others while the model is free.</summary>
    public TimeSpan Delay => _usual is { } usual && usual < maxDelay ? (usual < s_shortest ? TimeSpan.Zero : usual) : maxDelay;

    /// <summary>A batch is done.</summary>
    /// <param name="duration">From its turn to its last result.</param>
    public void Took(TimeSpan duration) => _usual = _usual is { } usual ? usual + (duration - usual) / 4 : duration;

    /// <summary>An item came.</summary>
    /// <param name="present">Items that wait or are being worked on.</param>
    public void Came(int present) => _expected = Math.Max(_expected, present);

    /// <summary>Whether a batch should start now.</summary>
    /// <param name="waiting">Items that wait, from 1.</param>
    /// <param name="largest">Items that fit into one batch.</param>
    /// <param name="running">Batches under way.</param>
    /// <param name="lanes">Batches that run beside each other without slowing each other down.</param>
    /// <param name="isLate">Whether the first of the items has waited as long as it may.</param>
    public bool IsDue(int waiting, int largest, int running, int lanes, bool isLate)
    {
        if (waiting >= largest)
            return true;
        // All lanes are busy: more may gather meanwhile.
        if (running >= lanes)
            return false;
        // A lane's share of them all, rounded up.
        if (waiting >= (_expected + lanes - 1) / lanes)
            return true;
        if (running > 0)
            return false;
        if (isLate)
            _expected = waiting;
        return isLate;
    }
}
