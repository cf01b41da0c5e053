namespace ModelGen.Engines;

/// <summary>Removes what crashed processes left, and files of locks that nobody needs. What belongs to a living process stays.</summary>
internal static class CacheSweeper
{
    /// <summary>Sweeps.</summary>
    /// <returns>The number of unfinished builds that were removed.</returns>
    public static int Sweep(CacheContext cache)
    {
        int builds = 0;
        using (FileLock? gate = cache.Locks.CloseGate())
        {
            if (gate is null)
                return 0;
            try
            {
                builds = Builds(cache.Layout);
                // A lock may be held for an entry that is just being built: then it is held, and stays.
                foreach (string file in CacheLayout.Names(cache.Layout.Leases).Concat(CacheLayout.Names(cache.Layout.Locks)).Where(file => !Directory.Exists(cache.Layout.Entry(Path.GetFileNameWithoutExtension(file)))))
                {
                    if (!file.EndsWith(".json", StringComparison.Ordinal) && DeleteIfFree(file, cache.Layout))
                        File.Delete(Path.ChangeExtension(file, ".json"));
                }
            }
            catch (Exception e) when (DiskErrors.Is(e))
            {
                CacheLog.NotRemoved(cache.Log, "of an unfinished build", e.Message);
            }
        }
        // Outside of the gate: large files take their time.
        cache.Layout.EmptyTrash();
        if (builds > 0)
            CacheLog.Swept(cache.Log, builds, cache.Layout.Root);
        return builds;
    }

    private static int Builds(CacheLayout layout)
    {
        int count = 0;
        foreach (string path in CacheLayout.Names(layout.Building))
        {
            if (!Directory.Exists(path))
            {
                if (!Directory.Exists(Path.ChangeExtension(path, null)))
                    DeleteIfFree(path, layout);
                continue;
            }
            using (FileLock? free = FileLock.TryTake(path + ".lock", shared: false, layout.Shared))
            {
                if (free is null)
                    continue;
                if (layout.Discard(path))
                    count++;
            }
            File.Delete(path + ".lock");
        }
        return count;
    }

    // The gate is closed: between the release and the deletion nobody takes it.
    private static bool DeleteIfFree(string file, CacheLayout layout)
    {
        using (FileLock? free = FileLock.TryTake(file, shared: false, layout.Shared))
        {
            if (free is null)
                return false;
        }
        File.Delete(file);
        return true;
    }
}
