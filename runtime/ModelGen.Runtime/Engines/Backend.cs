using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>One provider's loaded sessions, and the calls that are kept ready for them. An engine can exchange it while calls run.</summary>
/// <remarks>Thread-safe. It goes when its engine and the last rented call have let go of it.</remarks>
internal sealed class Backend
{
    private readonly BoundSession[] _sessions;
    private readonly CallPool _pool;
    private readonly TaskCompletionSource _unloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<BoundSession> _unused;
    private int _holders = 1;
    private int _nextSession = -1;
    private volatile bool _retired;

    /// <summary>Takes loaded sessions over.</summary>
    /// <param name="sessions">One or more of the same model; a call belongs to one of them.</param>
    /// <param name="calls">Calls that may be rented at once, and are kept.</param>
    public Backend(BoundSession[] sessions, int calls) =>
        (_sessions, _unused, _pool, Gate) = (sessions, new(sessions), new CallPool(calls), new CallGate(calls));

    /// <summary>Where calls wait for their turn. It closes when the backend is retired: whoever waits then turns to the one that came after it.</summary>
    public CallGate Gate { get; }

    /// <summary>Whether a session has one call for life, because a recorded CUDA graph knows that call's addresses only.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>The sizes of open dims that the engine serves, by the dim's name; none where any size is fine.</summary>
    public ImmutableSortedDictionary<string, DimRange> Profiles { get; init; } = ImmutableSortedDictionary<string, DimRange>.Empty;

    /// <summary>What else goes with the sessions: the hold on an engine of the cache.</summary>
    public IDisposable? Lease { get; init; }

    /// <summary>The first session, for work beside calls.</summary>
    public BoundSession First => _sessions[0];

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
    public Call Take(Engine engine) => _pool.Take() ?? new Call(engine, this, NextSession(engine));

    /// <summary>Takes a call back, and undoes the turn and the hold that came with it.</summary>
    public void Return(Call call)
    {
        if (_retired || !_pool.Put(call))
            Drop(call);
        Leave();
    }

    /// <summary>Undoes the turn and the hold of a call that is not to be used again.</summary>
    public void Discard(Call? call)
    {
        if (call is not null)
            Drop(call);
        Leave();
    }

    private void Leave()
    {
        Gate.Exit();
        Release();
    }

    private void Drop(Call call)
    {
        call.Dispose();
        // A session that has run may have recorded the addresses that were just freed: no other call may have it.
        if (IsExclusive && !call.HasRun)
            _unused.Enqueue(call.Session);
    }

    private BoundSession NextSession(Engine engine)
    {
        if (!IsExclusive)
            return _sessions[(uint)Interlocked.Increment(ref _nextSession) % (uint)_sessions.Length];
        return _unused.TryDequeue(out BoundSession? session)
            ? session
            : throw new ModelGenException(
                "No session is left for another call",
                expected: FormattableString.Invariant($"at most {_sessions.Length} calls with CUDA graphs"),
                where: $"model '{engine.Info.Name}'",
                remedy: "Set ModelOptions.MaxCalls to the calls that run at once; each has a session of its own.");
    }

    private void Unload()
    {
        while (_pool.Take() is { } call)
            call.Dispose();
        foreach (BoundSession session in _sessions)
            session.Dispose();
        Lease?.Dispose();
        _unloaded.TrySetResult();
    }
}
