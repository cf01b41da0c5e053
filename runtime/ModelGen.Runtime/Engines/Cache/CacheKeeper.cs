using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Removes entries that are to go.</summary>
internal sealed class CacheKeeper(CacheContext cache)
{
    private readonly ImmutableArray<CacheEntry>.Builder _removed = ImmutableArray.CreateBuilder<CacheEntry>();
    private readonly ImmutableArray<CacheEntry>.Builder _inUse = ImmutableArray.CreateBuilder<CacheEntry>();
    private readonly ImmutableArray<CacheFault>.Builder _failed = ImmutableArray.CreateBuilder<CacheFault>();

    /// <summary>Removes what the request names. It looks at each entry once, whatever the clock does meanwhile.</summary>
    public PruneResult Prune(PruneRequest request)
    {
        if (!request.DryRun)
            MakeFolders();
        DateTimeOffset now = cache.Clock.GetUtcNow();
        CacheEntry[] entries = [.. CacheIndex.Entries(cache).Where(entry => request.Model is null || entry.Model?.StartsWith(request.Model, StringComparison.OrdinalIgnoreCase) is true)];
        long remaining = entries.Sum(entry => entry.Bytes);

        ILookup<bool, CacheEntry> doomed = entries.ToLookup(entry => request.All || entry.Damage is not null || (request.OlderThan is { } age && now - entry.LastUsed > age));
        foreach (CacheEntry entry in doomed[true])
            remaining -= Remove(entry, request.DryRun);
        // The one not used for longest first; what was used at the same time goes by its age, then by its id, so that all processes agree.
        foreach (CacheEntry entry in doomed[false].OrderBy(entry => entry.LastUsed).ThenBy(entry => entry.Created).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            if (request.MaxBytes is not { } limit || remaining <= limit)
                break;
            remaining -= Remove(entry, request.DryRun);
        }

        int leftOvers = request is { DryRun: false, Model: null } ? CacheSweeper.Sweep(cache) : 0;
        if (!request.DryRun)
            cache.Layout.EmptyTrash();
        PruneResult result = new(_removed.ToImmutable(), _inUse.ToImmutable(), _failed.ToImmutable(), _removed.Sum(entry => entry.Bytes), remaining, leftOvers);
        if (!request.DryRun && result.Removed.Length > 0)
            CacheLog.Pruned(cache.Log, result.Removed.Length, result.FreedBytes, cache.Layout.Root, remaining);
        return result;
    }

    // Removing takes a lock and a place to move things to. Where they can't be made, each entry says why it can't be removed.
    private void MakeFolders()
    {
        try
        {
            cache.Layout.Make();
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
        }
    }

    // Bytes that it freed.
    private long Remove(CacheEntry entry, bool onlyToSay)
    {
        try
        {
            using FileLock? alone = onlyToSay ? null : cache.Locks.TryTake(cache.Layout.Lease(entry.Id), shared: false);
            if (onlyToSay ? entry.InUse : alone is null)
            {
                _inUse.Add(entry);
                return 0;
            }
            if (!onlyToSay && !cache.Layout.Discard(entry.Folder))
                return entry.Bytes;
            _removed.Add(entry);
            return entry.Bytes;
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            _failed.Add(new CacheFault(entry.Id, entry.Folder, e.Message));
            CacheLog.NotRemoved(cache.Log, entry.Id, e.Message);
            return 0;
        }
    }
}
