namespace ModelGen.Engines;

/// <summary>Lets so many calls in at once; further ones wait in the order in which they came.</summary>
/// <remarks>
/// Thread-safe. While nobody waits, entering and leaving are one interlocked operation each. Whoever waits is handed a turn directly, and a
/// newcomer never takes a turn while somebody waits.
/// </remarks>
internal sealed partial class CallGate
{
    private int _free;

    /// <summary>A gate with nobody inside.</summary>
    /// <param name="limit">Calls that may be inside at once, from 1.</param>
    /// <param name="clock">The clock of asynchronous waiters' timeouts; null for the system's.</param>
    public CallGate(int limit, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (Limit, _free, _clock) = (limit, limit, clock ?? TimeProvider.System);
    }

    /// <summary>Calls that may be inside at once.</summary>
    public int Limit { get; }

    /// <summary>Calls inside.</summary>
    public int Inside => Limit - Volatile.Read(ref _free);

    /// <summary>Threads and asynchronous calls that wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Enters if that needs no waiting.</summary>
    public bool TryEnter() => Volatile.Read(ref _waiting) == 0 && TryTake();

    /// <summary>Enters, and puts the thread to sleep until its turn comes.</summary>
    /// <param name="timeout">The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Turn Enter(TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryEnter())
            return Turn.Given;

        ThreadWaiter waiter = ThreadWaiter.Current;
        waiter.Reset();
        Join(waiter, int.MaxValue);
        try
        {
            return waiter.Sleep(timeout, cancellationToken) || !TryLeave(waiter) ? waiter.Turn : Turn.TimedOut;
        }
        catch
        {
            // A turn that was given in the very moment of cancellation goes to the next one.
            if (!TryLeave(waiter) && waiter.Turn == Turn.Given)
                Exit();
            throw;
        }
    }

    /// <summary>Enters, and waits without a thread until the turn comes. The task is cancelled with the token.</summary>
    /// <param name="timeout">The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> for no end. The same for all calls of one gate.</param>
    /// <param name="maxWaiting">Asynchronous calls that may wait, this one included; one more is <see cref="Turn.QueueFull"/> at once.</param>
    /// <param name="cancellationToken">Ends the wait, and frees its place at once.</param>
    public ValueTask<Turn> EnterAsync(TimeSpan timeout, int maxWaiting, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<Turn>(cancellationToken);
        if (TryEnter())
            return ValueTask.FromResult(Turn.Given);

        TaskWaiter waiter = new() { Deadline = DeadlineAfter(timeout) };
        Join(waiter, maxWaiting);
        return waiter.Task.IsCompleted || !cancellationToken.CanBeCanceled ? new(waiter.Task) : new(Wait(waiter, cancellationToken));
    }

    /// <summary>Leaves: the turn goes to whoever has waited longest.</summary>
    public void Exit()
    {
        // A full fence: either this thread sees the waiter, or the waiter, who counts itself first, sees the free turn.
        Interlocked.Increment(ref _free);
        if (Volatile.Read(ref _waiting) == 0)
            return;
        lock (_lock)
            HandOver();
    }

    private bool TryTake()
    {
        int free = Volatile.Read(ref _free);
        while (free > 0)
        {
            int seen = Interlocked.CompareExchange(ref _free, free - 1, free);
            if (seen == free)
                return true;
            free = seen;
        }
        return false;
    }
}
