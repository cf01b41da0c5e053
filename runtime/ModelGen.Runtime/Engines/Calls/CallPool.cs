using System.Collections.Concurrent;

namespace ModelGen.Engines;

/// <summary>Calls that wait for their next use. Lock-free; taking and putting back allocate nothing in steady state.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class CallPool(int capacity)
{
    // The usual case of one caller after the other never touches the queue.
    private readonly ConcurrentQueue<Call> _calls = new();
    private Call? _first;
    private int _count;

    /// <summary>A call, or null when none waits.</summary>
    public Call? Take()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first)
            return first;
        if (!_calls.TryDequeue(out Call? call))
            return null;
        Interlocked.Decrement(ref _count);
        return call;
    }

    /// <summary>Keeps a call; false when enough wait already.</summary>
    public bool Put(Call call)
    {
        if (capacity < 1)
            return false;
        if (Interlocked.CompareExchange(ref _first, call, null) is null)
            return true;
        if (Interlocked.Increment(ref _count) >= capacity)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }
        _calls.Enqueue(call);
        return true;
    }
}
