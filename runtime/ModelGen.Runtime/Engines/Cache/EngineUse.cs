using System.Globalization;

namespace ModelGen.Engines;

/// <summary>One request for an engine: finds it in the cache, or waits for who builds it, or builds it.</summary>
internal sealed class EngineUse<T>(
    CacheContext cache, EngineKey key, Func<string, T> load, Action<string, CancellationToken> build, IProgress<EngineProgress>? progress, CancellationToken stop)
{
    // Entries that appear and break while one waits are a disk that dies, or a cache that somebody empties: then build at once.
    private const int MostLooks = 3;

    private readonly PhaseTeller _phases = new(progress, cache.Clock);
    private EngineBuilder? _builder;
    private string? _fault;
    private string? _waitedFor;

    /// <summary>Gets the engine.</summary>
    public CachedEngine<T> Get()
    {
        for (int look = 1; ; look++)
        {
            stop.ThrowIfCancellationRequested();
            string? unwritable = Prepare();
            IDisposable lease = cache.Locks.Lease(key.Id) ?? Leases.None;
            bool inUse = false;
            try
            {
                string? state = StoredEntry.State(cache.Layout.Entry(key.Id));
                CachedEngine<T>? engine = Find(state, lease);
                engine ??= unwritable is null ? Build(state, last: look >= MostLooks, lease) : BuildElsewhere(unwritable, lease);
                inUse = engine is not null;
                if (engine is not null)
                    return engine;
            }
            finally
            {
                if (!inUse)
                    lease.Dispose();
            }
        }
    }

    private EngineBuilder Builder => _builder ??= new EngineBuilder(cache, key, build, _phases, stop);

    // Why the cache can't be written; null when it can, as far as its folders tell.
    private string? Prepare()
    {
        try
        {
            cache.Layout.Make();
            return null;
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            return e.Message;
        }
    }

    // The engine of the cache; null when there is none, or none that can be used.
    private CachedEngine<T>? Find(string? state, IDisposable lease)
    {
        string folder = cache.Layout.Entry(key.Id);
        if (state is null)
            return null;
        long start = cache.Clock.GetTimestamp();
        try
        {
            StoredEntry entry;
            using (_phases.Begin(EnginePhase.Verifying, $"engine {key}"))
            {
                entry = StoredEntry.Read(folder, cache.Options.SigningKey);
                if (entry.Faults().FirstOrDefault() is { } fault)
                    throw new InvalidDataException(fault);
            }
            T value;
            using (_phases.Begin(EnginePhase.Loading, $"engine {key}"))
                value = load(folder);
            CacheIndex.Touch(key.Id, cache);
            TimeSpan time = cache.Clock.GetElapsedTime(start);
            CacheLog.Hit(cache.Log, key, key.Model, time.TotalSeconds, folder);
            return new CachedEngine<T>(value, EngineOutcome.Hit, Describe(entry.Manifest), folder, time, TimeSpan.Zero, lease);
        }
        catch (Exception e) when (e is InvalidDataException or EngineRejectedException || !StoredEntry.IsSound(folder, cache.Options.SigningKey))
        {
            _fault = e is EngineRejectedException ? $"it can't be loaded: {e.Message}" : e.Message;
            CacheLog.Faulty(cache.Log, key, _fault);
            return null;
        }
    }

    // Null when another process has stored it meanwhile, so that it is worth another look.
    private CachedEngine<T>? Build(string? seen, bool last, IDisposable lease)
    {
        string folder = cache.Layout.Entry(key.Id);
        BuildFolder workshop;
        string? notKept;
        try
        {
            using BuildTurn turn = Wait();
            if (!last && StoredEntry.State(folder) is { } state && state != seen)
                return null;
            CacheSweeper.Sweep(cache);
            workshop = BuildFolder.InCache(cache, key);
            notKept = Builder.Build(workshop, _fault, keep: true);
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            // Before anything was built: neither the lock nor the folder could be had.
            return BuildElsewhere(e.Message, lease);
        }
        return Finish(workshop, notKept, lease);
    }

    private CachedEngine<T> BuildElsewhere(string unwritable, IDisposable lease)
    {
        BuildFolder workshop = EngineBuilder.Elsewhere(cache, unwritable);
        Builder.Build(workshop, _fault, keep: false);
        return Finish(workshop, $"the cache '{cache.Layout.Root}' can't be written: {unwritable}", lease);
    }

    private BuildTurn Wait()
    {
        PhaseTeller.Phase? waiting = null;
        try
        {
            return BuildTurn.Wait(cache, key, Note, stop);
        }
        finally
        {
            waiting?.Dispose();
        }

        void Note(string builder)
        {
            if (builder == _waitedFor)
                return;
            _waitedFor = builder;
            CacheLog.Waiting(cache.Log, key, builder);
            waiting?.Dispose();
            waiting = _phases.Begin(EnginePhase.Waiting, $"{builder} builds engine {key}", KnownBuilds.Estimate(key, CacheIndex.Manifests(cache.Layout)));
        }
    }

    // Loads what was built: from the cache, or from where it was built if it could not be moved there.
    private CachedEngine<T> Finish(BuildFolder workshop, string? notKept, IDisposable lease)
    {
        bool kept = notKept is null;
        string folder = kept ? cache.Layout.Entry(key.Id) : workshop.Path;
        (string why, TimeSpan buildTime) = (Builder.Why, Builder.Time);
        try
        {
            T value;
            long start = cache.Clock.GetTimestamp();
            using (_phases.Begin(EnginePhase.Loading, $"engine {key}"))
                value = load(folder);
            TimeSpan time = cache.Clock.GetElapsedTime(start);
            if (kept)
            {
                workshop.Dispose();
                LimitSize();
                return new CachedEngine<T>(value, _fault is null ? EngineOutcome.Built : EngineOutcome.Rebuilt, why, folder, time, buildTime, lease);
            }
            CacheLog.NotKept(cache.Log, key, notKept!);
            return new CachedEngine<T>(value, EngineOutcome.Uncached, $"{why}; it could not be kept: {notKept}", folder, time, buildTime, new Leases(lease, workshop));
        }
        catch (Exception e)
        {
            bool removed = kept ? !StoredEntry.IsSound(folder, cache.Options.SigningKey) : !Directory.Exists(folder);
            workshop.Dispose();
            if (removed)
                throw Removed(folder, e);
            if (e is not EngineRejectedException)
                throw;
            if (kept)
                SetAside(folder);
            throw new ModelGenException(
                "The engine was built, but it can't be loaded", actual: e.Message, where: $"engine {key} of model {key.Model}",
                remedy: "Building it once more would give the same. Check that the provider's libraries are all of one version and that the GPU has memory left, or use another provider.", innerException: e);
        }
    }

    // Where it can't be, the next one to load it finds it rejected again.
    private void SetAside(string folder)
    {
        try
        {
            cache.Layout.Discard(folder);
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            CacheLog.NotRemoved(cache.Log, key.Id, e.Message);
        }
    }

    private ModelGenException Removed(string folder, Exception cause) => new(
        "The engine was removed while it was being loaded", actual: cause.Message, where: $"engine {key}, '{folder}'",
        remedy: "Do not delete the cache's folder by hand while programs run; 'modelgen cache prune' leaves out what is in use.", innerException: cause);

    private void LimitSize()
    {
        if (cache.Options.MaxBytes > 0)
            new CacheKeeper(cache).Prune(new PruneRequest { MaxBytes = cache.Options.MaxBytes });
    }

    private string Describe(Manifest manifest)
    {
        string built = string.Create(CultureInfo.InvariantCulture, $"built {manifest.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC in {manifest.BuildTime.TotalSeconds:0.0} s");
        return _waitedFor is null ? built : $"{built} by {_waitedFor}, while this one waited";
    }
}
