namespace ModelGen.Engines;

/// <summary>The cache's locks. Files of unused ones can be deleted without two processes ever holding "the same" lock on different files.</summary>
internal sealed class CacheLocks(CacheLayout layout)
{
    // Held for microseconds, but a process may be stopped at just that moment; then locking is done without it rather than never.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Takes the lock on a file of the cache; null while another has one that excludes it.</summary>
    /// <exception cref="IOException">The folder can't be written, or its file system can't lock.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public FileLock? TryTake(string path, bool shared)
    {
        using FileLock? gate = Enter(shared: true);
        return FileLock.TryTake(path, shared, layout.Shared);
    }

    /// <summary>Keeps an engine from being removed while it is in use; null where that can't be: a folder that can't be written and has no file for it.</summary>
    public FileLock? Lease(string id)
    {
        try
        {
            // Only who removes the entry excludes it, and no longer than a rename takes.
            for (long start = Environment.TickCount64; Environment.TickCount64 - start < s_patience.TotalMilliseconds; Thread.Sleep(s_pause))
            {
                if (TryTake(layout.Lease(id), shared: true) is { } lease)
                    return lease;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
        return null;
    }

    /// <summary>The gate, alone: nobody makes or takes a lock meanwhile. Null when it could not be had soon.</summary>
    public FileLock? CloseGate() => Enter(shared: false);

    private FileLock? Enter(bool shared)
    {
        try
        {
            for (long start = Environment.TickCount64; Environment.TickCount64 - start < s_patience.TotalMilliseconds; Thread.Sleep(s_pause))
            {
                if (FileLock.TryTake(layout.Gate, shared, layout.Shared) is { } gate)
                    return gate;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that can't be written: nobody deletes anything there either.
        }
        return null;
    }
}
