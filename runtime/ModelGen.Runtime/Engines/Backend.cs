using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>One provider's loaded sessions, and the calls that are kept ready for them. An engine can exchange it while calls run.</summary>
/// <remarks>Thread-safe. It goes when its engine and the last rented call have let go of it.</remarks>
internal sealed class Backend
{
    private readonly InferenceSession[] _sessions;
    private readonly CallPool _pool;
    private int _holders = 1;
    private int _nextSession = -1;
    private volatile bool _retired;

    /// <summary>Takes loaded sessions over.</summary>
    /// <param name="sessions">One or more of the same model; a call belongs to one of them.</param>
    /// <param name="calls">Calls that are kept.</param>
    public Backend(InferenceSession[] sessions, int calls) => (_sessions, _pool) = (sessions, new CallPool(calls));

    /// <summary>Keeps it loaded for a caller; false when it is gone, or about to go.</summary>
    public bool TryHold()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }
        return false;
    }

    /// <summary>Undoes <see cref="TryHold"/>.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            Unload();
    }

    /// <summary>Its engine lets go: calls that come back are not kept.</summary>
    public void Retire()
    {
        _retired = true;
        Release();
    }

    /// <summary>A call that waited, or a new one.</summary>
    public Call Take(Engine engine) => _pool.Take() ?? new Call(engine, this, NextSession());

    /// <summary>Takes a call back, and undoes the hold that came with it.</summary>
    public void Return(Call call)
    {
        if (_retired || !_pool.Put(call))
            call.Dispose();
        Release();
    }

    private InferenceSession NextSession() => _sessions[(uint)Interlocked.Increment(ref _nextSession) % (uint)_sessions.Length];

    private void Unload()
    {
        while (_pool.Take() is { } call)
            call.Dispose();
        foreach (InferenceSession session in _sessions)
            session.Dispose();
    }
}
