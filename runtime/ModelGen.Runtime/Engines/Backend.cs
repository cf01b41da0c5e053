using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>One provider's loaded sessions, and the calls that are kept ready for them. An engine can exchange it while calls run.</summary>
/// <remarks>Thread-safe. It goes when its engine and the last rented call have let go of it.</remarks>
internal sealed class Backend
{
    private readonly InferenceSession[] _sessions;
    private readonly CallPool _pool;
    private readonly TaskCompletionSource _unloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holders = 1;
    private int _nextSession = -1;
    private volatile bool _retired;

    /// <summary>Takes loaded sessions over.</summary>
    /// <param name="sessions">One or more of the same model; a call belongs to one of them.</param>
    /// <param name="calls">Calls that may be rented at once, and are kept.</param>
    public Backend(InferenceSession[] sessions, int calls) => (_sessions, _pool, Gate) = (sessions, new CallPool(calls), new CallGate(calls));

    /// <summary>Where calls wait for their turn. It closes when the backend is retired: whoever waits then turns to the one that came after it.</summary>
    public CallGate Gate { get; }

    /// <summary>Items of the largest batch that it takes; null for any.</summary>
    public int? MaxItems { get; init; }

    /// <summary>Completes when the sessions are unloaded.</summary>
    public Task Unloaded => _unloaded.Task;

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
        Gate.Close();
        Release();
    }

    /// <summary>A call that waited, or a new one.</summary>
    public Call Take(Engine engine) => _pool.Take() ?? new Call(engine, this, NextSession());

    /// <summary>Takes a call back, and undoes the turn and the hold that came with it.</summary>
    public void Return(Call call)
    {
        if (_retired || !_pool.Put(call))
            call.Dispose();
        Leave();
    }

    /// <summary>Undoes the turn and the hold of a call that is not to be used again.</summary>
    public void Discard(Call? call)
    {
        call?.Dispose();
        Leave();
    }

    private void Leave()
    {
        Gate.Exit();
        Release();
    }

    private InferenceSession NextSession() => _sessions[(uint)Interlocked.Increment(ref _nextSession) % (uint)_sessions.Length];

    private void Unload()
    {
        while (_pool.Take() is { } call)
            call.Dispose();
        foreach (InferenceSession session in _sessions)
            session.Dispose();
        _unloaded.TrySetResult();
    }
}
