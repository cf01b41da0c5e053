using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ModelGen.Engines;

/// <summary>Built engines, kept in a folder for the next process. Each is used only for exactly what it was built for.</summary>
/// <remarks>Thread-safe, and safe to use from any number of processes at once. It holds nothing open.</remarks>
public sealed class EngineCache
{
    private readonly CacheContext _cache;

    private EngineCache(CacheContext cache) => _cache = cache;

    /// <summary>The folder.</summary>
    public string Folder => _cache.Layout.Root;

    /// <summary>Finds the folder, makes it if there is none, and checks that only its owner can write to it.</summary>
    /// <param name="options">Which folder, and what may be in it.</param>
    /// <param name="logger">Where messages go; null for nowhere.</param>
    /// <exception cref="CacheUnavailableException">There is no such folder and none can be made, or other users could put code into it.</exception>
    /// <exception cref="ModelGenException">The options are wrong.</exception>
    public static EngineCache Open(EngineCacheOptions options, ILogger? logger = null) => Open(options, logger, TimeProvider.System);

    /// <summary>Opens it with a clock of its own.</summary>
    internal static EngineCache Open(EngineCacheOptions options, ILogger? logger, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.SigningKey is { Length: < Seal.MinKeyBytes } key)
        {
            throw new ModelGenException(
                "The engine cache's signing key is too short", $"at least {Seal.MinKeyBytes} bytes", $"{key.Length}", "EngineCacheOptions.SigningKey",
                "Take random bytes, such as those of RandomNumberGenerator.GetBytes(32), and keep them where other secrets are kept.");
        }
        if (options.MaxBytes < 0)
            throw new ModelGenException("The engine cache's size is negative", "0 for no limit, or more", $"{options.MaxBytes}", "EngineCacheOptions.MaxBytes");
        string folder = CacheFolder.Find(options);
        CacheFolder.Prepare(folder, options.Shared);
        CacheLayout layout = new(folder, options.Shared);
        return new EngineCache(new CacheContext(layout, new CacheLocks(layout), options, logger ?? NullLogger.Instance, clock));
    }

    /// <summary>All engines, the last used first.</summary>
    public IReadOnlyList<CacheEntry> List() => CacheIndex.Entries(_cache);

    /// <summary>Removes engines. None that a process has loaded is touched.</summary>
    public PruneResult Prune(PruneRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new CacheKeeper(_cache).Prune(request);
    }

    /// <summary>Reads all files of all engines and says what is wrong with them. It changes nothing.</summary>
    /// <param name="cancellationToken">Ends it between two engines.</param>
    public IReadOnlyList<CacheFault> Verify(CancellationToken cancellationToken = default)
    {
        var faults = ImmutableArray.CreateBuilder<CacheFault>();
        foreach (string folder in CacheIndex.Folders(_cache.Layout))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string id = Path.GetFileName(folder);
            // Held, so that an engine that is pruned meanwhile is not taken for a damaged one.
            using FileLock? lease = _cache.Locks.Lease(id);
            if (!Directory.Exists(folder))
                continue;
            try
            {
                faults.AddRange(StoredEntry.Read(folder, _cache.Options.SigningKey).Faults().Select(fault => new CacheFault(id, folder, fault)));
            }
            catch (InvalidDataException e)
            {
                faults.Add(new CacheFault(id, folder, e.Message));
            }
        }
        return faults.ToImmutable();
    }

    /// <summary>Whether there is an engine of a key whose manifest is sound. Its files are looked at when it is loaded.</summary>
    internal bool Contains(EngineKey key)
    {
        try
        {
            _ = StoredEntry.Read(_cache.Layout.Entry(key.Id), _cache.Options.SigningKey);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A folder beside the engines for what builders keep from one build to the next, such as measurements of kernels; null when there can be none.</summary>
    /// <param name="name">Its name: the provider's.</param>
    internal string? Beside(string name)
    {
        string folder = Path.Join(Folder, name);
        try
        {
            CacheFolder.Make(folder, _cache.Layout.Shared);
            return folder;
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            return null;
        }
    }

    /// <summary>Loads the engine of a key from the cache. If it is not there or not usable, builds it, once among all processes, stores it and loads it.</summary>
    /// <param name="key">All that the engine depends on.</param>
    /// <param name="load">Loads the files in a folder. Throws <see cref="EngineRejectedException"/> when the provider can't use them: then the engine is built again, once.</param>
    /// <param name="build">Writes the engine's files into an empty folder. They must not name that folder: it gets another name.</param>
    /// <param name="progress">Is told of each phase but the last, <see cref="EnginePhase.Ready"/>, which is the caller's.</param>
    /// <param name="cancellationToken">Ends the waiting, and is passed on to the builder.</param>
    /// <typeparam name="T">What is loaded.</typeparam>
    /// <returns>The engine. Its lease is to be disposed when the files are no longer needed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="CacheUnavailableException">The disk became full while the engine was built, or there is no place at all to build it.</exception>
    /// <exception cref="ModelGenException">The new engine was rejected as well, or files that it needs could not be read.</exception>
    internal CachedEngine<T> UseOrBuild<T>(EngineKey key, Func<string, T> load, Action<string, CancellationToken> build, IProgress<EngineProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new EngineUse<T>(_cache, key, load, build, progress, cancellationToken).Get();
}
