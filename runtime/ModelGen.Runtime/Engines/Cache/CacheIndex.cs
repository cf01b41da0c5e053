using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>What is in a cache.</summary>
internal static class CacheIndex
{
    /// <summary>The manifests of all entries whose manifest is sound. Signatures play no role here: nothing is loaded.</summary>
    public static IReadOnlyList<Manifest> Manifests(CacheLayout layout) => [.. Folders(layout).Select(folder => TryRead(folder, out _)).OfType<Manifest>()];

    /// <summary>All entries, the last used first.</summary>
    public static ImmutableArray<CacheEntry> Entries(CacheContext cache) =>
        [.. Folders(cache.Layout).Select(folder => Describe(folder, cache)).OrderByDescending(entry => entry.LastUsed).ThenBy(entry => entry.Id, StringComparer.Ordinal)];

    /// <summary>The folders of all entries.</summary>
    public static IEnumerable<string> Folders(CacheLayout layout) => CacheLayout.Names(layout.Entries).Where(Directory.Exists).Order(StringComparer.Ordinal);

    /// <summary>Notes that an engine is used now. Where that can't be written it counts as used when it was built.</summary>
    public static void Touch(string id, CacheContext cache)
    {
        try
        {
            File.SetLastWriteTimeUtc(cache.Layout.Lease(id), cache.Clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (DiskErrors.Is(e) || e is ArgumentOutOfRangeException)
        {
        }
    }

    private static CacheEntry Describe(string folder, CacheContext cache)
    {
        string id = Path.GetFileName(folder);
        Manifest? manifest = TryRead(folder, out string? damage);
        DateTimeOffset now = cache.Clock.GetUtcNow();
        DateTimeOffset used = LastUse(id, folder, cache.Layout);
        return new CacheEntry
        {
            Id = id,
            Folder = folder,
            Model = manifest?.Key.Model,
            Parts = manifest?.Key.Parts.ToImmutableSortedDictionary(StringComparer.Ordinal) ?? ImmutableSortedDictionary<string, string>.Empty,
            Bytes = EntryFiles.Bytes(folder),
            Created = manifest?.Created ?? used,
            BuildTime = manifest?.BuildTime ?? TimeSpan.Zero,
            // A clock that was ahead for a while would keep its entries for ever.
            LastUsed = used < now ? used : now,
            InUse = IsInUse(id, cache),
            Damage = damage,
        };
    }

    private static Manifest? TryRead(string folder, out string? damage)
    {
        try
        {
            Manifest manifest = StoredEntry.Read(folder, signingKey: null).Manifest;
            damage = null;
            return manifest;
        }
        catch (InvalidDataException e)
        {
            damage = e.Message;
            return null;
        }
    }

    // A missing file's time is that of 1601: then the folder's own counts.
    private static DateTimeOffset LastUse(string id, string folder, CacheLayout layout)
    {
        string lease = layout.Lease(id);
        return File.Exists(lease) ? File.GetLastWriteTimeUtc(lease) : Directory.GetLastWriteTimeUtc(folder);
    }

    private static bool IsInUse(string id, CacheContext cache)
    {
        try
        {
            if (!File.Exists(cache.Layout.Lease(id)))
                return false;
            using FileLock? alone = cache.Locks.TryTake(cache.Layout.Lease(id), shared: false);
            return alone is null;
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            return false;
        }
    }
}
