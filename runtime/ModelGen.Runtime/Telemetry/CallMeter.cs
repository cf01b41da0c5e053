using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>What one rental takes, from renting to returning it. Nothing is read while nobody listens.</summary>
internal struct CallMeter
{
    private long _start;
    private long _allocated;
    private int _thread;

    /// <summary>The call is rented, and somebody listens.</summary>
    public void Begin()
    {
        (_start, _thread) = (Stopwatch.GetTimestamp(), Environment.CurrentManagedThreadId);
        _allocated = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>The call is returned.</summary>
    public void End(Engine engine)
    {
        if (_start == 0)
            return;
        // The counter is the thread's own: a call that was handed on to another one has no number.
        if (Metrics.CallAllocated.Enabled && _thread == Environment.CurrentManagedThreadId)
            Metrics.CallAllocated.Record(GC.GetAllocatedBytesForCurrentThread() - _allocated, engine.ModelTag, engine.ProviderTag);
        Metrics.CallDuration.RecordSince(_start, engine);
        _start = 0;
    }
}
