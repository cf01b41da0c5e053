namespace ModelGen.Engines;

/// <summary>The right to build an engine, which one process, and one thread in it, has at a time.</summary>
internal sealed class BuildTurn : IDisposable
{
    // Gentle to the disk, and short beside builds of seconds to minutes.
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(250);

    private readonly FileLock _lock;
    private readonly string _note;

    private BuildTurn(FileLock taken, string note) => (_lock, _note) = (taken, note);

    /// <summary>Waits until it is this caller's turn.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="key">The engine.</param>
    /// <param name="waiting">Is told, now and then, who is at it.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="IOException">The cache can't be written, or its file system can't lock.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static BuildTurn Wait(CacheContext cache, EngineKey key, Action<string> waiting, CancellationToken stop)
    {
        string note = cache.Layout.BuilderNote(key.Id);
        string builder = "another process";
        for (TimeSpan pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            stop.ThrowIfCancellationRequested();
            if (cache.Locks.TryTake(cache.Layout.Lock(key.Id), shared: false) is { } taken)
            {
                BuilderNote.Leave(note, cache.Clock);
                return new BuildTurn(taken, note);
            }
            // The note goes a moment before the lock does: who was read last is still who built.
            builder = BuilderNote.Read(note)?.ToString() ?? builder;
            waiting(builder);
            stop.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>Lets the next one build.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_note);
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
        }
        _lock.Dispose();
    }
}
