namespace ModelGen.Engines;

/// <summary>What lies where in the cache's folder.</summary>
/// <remarks>
/// <code>
/// entries/ID/            an engine: its files, manifest.json and manifest.seal
/// building/ID.RANDOM/    one being built, with building/ID.RANDOM.lock, which its builder holds
/// locks/ID.lock          held by who builds this engine; locks/ID.json says who that is
/// leases/ID.lease        held by all who have it loaded; its time is that of the last use
/// trash/                 what is about to be deleted
/// gate.lock              shared while one of the files above is made and locked; exclusive while unused ones are removed
/// </code>
/// All of it is on one file system, so that renaming is atomic.
/// </remarks>
internal sealed class CacheLayout(string root, bool shared)
{
    /// <summary>The cache's folder.</summary>
    public string Root => root;

    /// <summary>Whether other users may use it.</summary>
    public bool Shared => shared;

    public string Entries { get; } = Path.Join(root, "entries");

    public string Building { get; } = Path.Join(root, "building");

    public string Locks { get; } = Path.Join(root, "locks");

    public string Leases { get; } = Path.Join(root, "leases");

    public string Trash { get; } = Path.Join(root, "trash");

    public string Gate { get; } = Path.Join(root, "gate.lock");

    public string Entry(string id) => Path.Join(Entries, id);

    public string Lease(string id) => Path.Join(Leases, id + ".lease");

    public string Lock(string id) => Path.Join(Locks, id + ".lock");

    public string BuilderNote(string id) => Path.Join(Locks, id + ".json");

    /// <summary>Makes the folders that are missing, also when someone deleted them under a running process.</summary>
    /// <exception cref="IOException">They can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public void Make()
    {
        foreach (string folder in new[] { root, Entries, Building, Locks, Leases, Trash })
        {
            if (!Directory.Exists(folder))
                CacheFolder.Make(folder, shared);
        }
    }

    /// <summary>Takes something out of sight in one step; what deletes it comes later. False when there was nothing.</summary>
    /// <exception cref="IOException">It can't be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public bool Discard(string folder)
    {
        try
        {
            Directory.Move(folder, Path.Join(Trash, $"{Path.GetFileName(folder)}.{Guid.NewGuid():N}"));
            return true;
        }
        catch (DirectoryNotFoundException) when (!Directory.Exists(folder))
        {
            return false;
        }
    }

    /// <summary>Deletes what has been discarded. Others may be at it as well; what can't be deleted stays for the next time.</summary>
    public void EmptyTrash()
    {
        foreach (string folder in Names(Trash))
            DeleteQuietly(folder);
    }

    /// <summary>Deletes a folder, or as much of it as can be.</summary>
    public static void DeleteQuietly(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>The paths in a folder; none when it is missing or can't be read.</summary>
    public static string[] Names(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
