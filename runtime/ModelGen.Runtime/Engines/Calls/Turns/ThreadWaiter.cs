namespace ModelGen.Engines;

/// <summary>A thread that sleeps until it has its turn. One a thread is enough, so that waiting allocates nothing in steady state.</summary>
internal sealed class ThreadWaiter : Waiter, IDisposable
{
    [ThreadStatic]
    private static ThreadWaiter? s_ofThread;

    private readonly ManualResetEventSlim _told = new();

    /// <summary>This thread's own.</summary>
    public static ThreadWaiter Current => s_ofThread ??= new();

    /// <summary>How the waiting ended, once it has.</summary>
    public Turn Turn { get; private set; }

    public override void Tell(Turn turn)
    {
        Turn = turn;
        _told.Set();
    }

    /// <summary>Makes it ready to wait again.</summary>
    public void Reset() => _told.Reset();

    /// <summary>Sleeps until told; false when the time is up.</summary>
    public bool Sleep(TimeSpan timeout, CancellationToken cancellationToken) => _told.Wait(timeout, cancellationToken);

    /// <summary>Nothing is held that the garbage collector would not free: the event makes no handle of the system's for a plain wait.</summary>
    public void Dispose() => _told.Dispose();
}
