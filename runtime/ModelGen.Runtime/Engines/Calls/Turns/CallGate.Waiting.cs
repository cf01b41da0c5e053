namespace ModelGen.Engines;

/// <summary>The queue of those who wait.</summary>
internal sealed partial class CallGate
{
    private readonly Lock _lock = new();
    private readonly LinkedQueue<Waiter> _waiters = new();
    private readonly TimeProvider _clock;
    private ITimer? _timer;
    private int _waiting;
    private int _waitingTasks;
    private bool _watching;
    private bool _closed;

    /// <summary>Nobody waits any more: those who do, and those who come to, are told so. Those inside are left alone.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            while (_waiters.First is { } waiter)
                Tell(waiter, Turn.Closed);
            _timer?.Dispose();
        }
    }

    private void Join(Waiter waiter, int maxWaitingTasks)
    {
        lock (_lock)
        {
            _waiters.Add(waiter);
            if (waiter is TaskWaiter)
                _waitingTasks++;
            Interlocked.Increment(ref _waiting);
            HandOver();
            if (!waiter.IsQueued)
                return;
            if (_closed)
                Tell(waiter, Turn.Closed);
            else if (waiter is TaskWaiter && _waitingTasks > maxWaitingTasks)
                Tell(waiter, Turn.QueueFull);
            else if (waiter is TaskWaiter)
                WatchDeadlines();
        }
    }

    private void HandOver()
    {
        while (_waiters.First is { } waiter && TryTake())
            Tell(waiter, Turn.Given);
    }

    private void Tell(Waiter waiter, Turn turn)
    {
        Remove(waiter);
        waiter.Tell(turn);
    }

    private void Remove(Waiter waiter)
    {
        _waiters.Remove(waiter);
        if (waiter is TaskWaiter)
            _waitingTasks--;
        Interlocked.Decrement(ref _waiting);
    }

    /// <summary>Gives up waiting; false when the waiter has been told already.</summary>
    private bool TryLeave(Waiter waiter)
    {
        lock (_lock)
        {
            if (!waiter.IsQueued)
                return false;
            Remove(waiter);
            return true;
        }
    }

    private async Task<Turn> Wait(TaskWaiter waiter, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            (state, token) =>
            {
                if (TryLeave((TaskWaiter)state!))
                    ((TaskWaiter)state!).Cancel(token);
            },
            waiter);
        return await waiter.Task.ConfigureAwait(false);
    }

    // One timer for all: their timeouts are alike, so the first in the queue is the first to give up.
    private void WatchDeadlines()
    {
        if (_watching || FirstTask() is not { Deadline: < long.MaxValue } first)
            return;
        _watching = true;
        _timer ??= _clock.CreateTimer(static gate => ((CallGate)gate!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        TimeSpan due = _clock.GetElapsedTime(_clock.GetTimestamp(), first.Deadline);
        // Timers count in milliseconds and round down; one that fires too early would only have to be set again.
        _timer.Change(due > TimeSpan.Zero ? due + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Expire()
    {
        lock (_lock)
        {
            _watching = false;
            if (_closed)
                return;
            while (FirstTask() is { } first && first.Deadline <= _clock.GetTimestamp())
                Tell(first, Turn.TimedOut);
            WatchDeadlines();
        }
    }

    private Waiter? FirstTask()
    {
        Waiter? waiter = _waiters.First;
        while (waiter is not (null or TaskWaiter))
            waiter = waiter.Next;
        return waiter;
    }

    private long DeadlineAfter(TimeSpan timeout) =>
        timeout < TimeSpan.Zero ? long.MaxValue : _clock.GetTimestamp() + (long)(timeout.TotalSeconds * _clock.TimestampFrequency);
}
