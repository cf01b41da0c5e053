namespace ModelGen.Engines;

/// <summary>Puts asynchronous calls for single items together into batches.</summary>
/// <remarks>Thread-safe. Items go in the order in which they came.</remarks>
/// <typeparam name="TItem">What goes in.</typeparam>
/// <typeparam name="TResult">What comes out.</typeparam>
internal sealed partial class Batcher<TItem, TResult>
{
    private readonly Engine _engine;
    private readonly IBatchWork<TItem, TResult> _work;
    private readonly BatchingOptions _options;
    private readonly BatchPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly int _maxQueued;
    private readonly int _lanesOnCpu;
    private readonly Lock _lock = new();
    private readonly LinkedQueue<BatchItem<TItem, TResult>> _queue = new();
    private readonly ITimer _timer;
    private int _inFlight;
    private int _running;
    private bool _timerIsSet;
    private bool _closed;

    /// <summary>Batches for an engine. It closes with the engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="work">How items get in and out.</param>
    /// <param name="options">How large batches are, and how long they wait.</param>
    /// <param name="maxQueued">Items that may wait.</param>
    /// <param name="clock">The clock of the delay; null for the system's.</param>
    public Batcher(Engine engine, IBatchWork<TItem, TResult> work, BatchingOptions options, int maxQueued, TimeProvider? clock = null)
    {
        (_engine, _work, _options, _maxQueued, _clock) = (engine, work, options, maxQueued, clock ?? TimeProvider.System);
        _policy = new BatchPolicy(options.MaxBatch, options.MaxDelay);
        _lanesOnCpu = BatchLanes.OnCpu(engine.Options, NativeRuntime.Shared, Environment.ProcessorCount);
        _timer = _clock.CreateTimer(static batcher => ((Batcher<TItem, TResult>)batcher!).OnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        engine.Disposing += Close;
        engine.QueuedItems = () => _queue.Count;
    }

    /// <summary>Runs one item in some batch.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled. An item that waits is dropped; in a running batch the others go on.</exception>
    /// <exception cref="ModelBusyException">As many items wait already as may.</exception>
    /// <exception cref="ObjectDisposedException">The model has been disposed.</exception>
    public Task<TResult> RunAsync(TItem item, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);
        BatchItem<TItem, TResult> entry = new(item, _clock.GetTimestamp());
        if (cancellationToken.CanBeCanceled)
            entry.CancelWith(this, cancellationToken);
        bool starts;
        lock (_lock)
        {
            if (Refusal() is { } error)
                entry.Fail(error);
            // Cancelled since: its callback has been, and would not come back for it.
            if (entry.Task.IsCompleted)
                return entry.Task;
            _queue.Add(entry);
            _policy.Came(_queue.Count + _inFlight);
            starts = TryStart();
        }
        if (starts)
            ThreadPool.UnsafeQueueUserWorkItem(static batcher => _ = batcher.WorkAsync(), this, preferLocal: false);
        return entry.Task;
    }

    /// <summary>Frees the place of an item that was cancelled.</summary>
    public void Withdraw(BatchItem<TItem, TResult> item)
    {
        lock (_lock)
        {
            if (item.IsQueued)
                _queue.Remove(item);
        }
    }

    private Exception? Refusal() =>
        _closed ? _engine.Disposed()
        : _queue.Count >= _maxQueued ? BusyError.QueueFull(_engine.Info.Name, _maxQueued)
        : null;

    // Under the lock. True: the caller owes a worker.
    private bool TryStart()
    {
        if (_queue.First is not { } first || _running >= MaxRunning)
            return false;
        TimeSpan age = _clock.GetElapsedTime(first.Arrived);
        TimeSpan delay = _policy.Delay;
        if (_policy.IsDue(_queue.Count, Largest, _running, Lanes, age >= delay))
        {
            _running++;
            return true;
        }
        if (_running == 0 && !_timerIsSet)
        {
            _timerIsSet = true;
            // Timers count in whole milliseconds.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling((delay - age).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
        return false;
    }

    // More than the processors could only get in each other's way.
    private int MaxRunning => Math.Min(_engine.Report.MaxCalls, Environment.ProcessorCount);

    // The provider may change while a TensorRT engine is being built.
    private int Lanes => Math.Min(MaxRunning, _engine.Report.Provider == Provider.Cpu ? _lanesOnCpu : BatchLanes.OnDevice);

    private int Largest => Math.Min(_options.MaxBatch, _engine.MaxItems ?? int.MaxValue);

    private void OnTime()
    {
        bool starts;
        lock (_lock)
        {
            _timerIsSet = false;
            starts = !_closed && TryStart();
        }
        if (starts)
            _ = WorkAsync();
    }

    private void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _timer.Dispose();
            while (_queue.First is { } item)
            {
                _queue.Remove(item);
                item.Fail(_engine.Disposed());
            }
        }
    }
}
