namespace ModelGen.Engines;

/// <summary>The folder that an engine is built in. It goes when it is disposed, or when its process dies and someone sweeps.</summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly FileLock? _lock;
    private readonly string? _lockFile;

    private BuildFolder(string path, FileLock? owner, string? lockFile) => (Path, _lock, _lockFile) = (path, owner, lockFile);

    /// <summary>The folder, empty at first.</summary>
    public string Path { get; }

    /// <summary>Makes one in the cache, so that it can become an entry by renaming.</summary>
    /// <exception cref="IOException">The cache can't be written, or its file system can't lock.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static BuildFolder InCache(CacheContext cache, EngineKey key)
    {
        string path = System.IO.Path.Join(cache.Layout.Building, $"{key.Id}.{Guid.NewGuid():N}");
        string lockFile = path + ".lock";
        FileLock owner = cache.Locks.TryTake(lockFile, shared: false) ?? throw new IOException($"'{lockFile}' is locked by another.");
        try
        {
            CacheFolder.Make(path, cache.Layout.Shared);
            return new BuildFolder(path, owner, lockFile);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Makes one among the system's temporary files, for when the cache can't be written.</summary>
    /// <exception cref="IOException">Nor can those.</exception>
    public static BuildFolder Elsewhere() => new(Directory.CreateTempSubdirectory("modelgen-").FullName, null, null);

    /// <summary>Deletes it, unless it has become an entry.</summary>
    public void Dispose()
    {
        CacheLayout.DeleteQuietly(Path);
        _lock?.Dispose();
        try
        {
            if (_lockFile is not null)
                File.Delete(_lockFile);
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            // The next sweep deletes it.
        }
    }
}
