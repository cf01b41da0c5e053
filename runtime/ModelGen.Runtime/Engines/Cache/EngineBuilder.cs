namespace ModelGen.Engines;

/// <summary>Has an engine built, and stores it.</summary>
internal sealed class EngineBuilder(CacheContext cache, EngineKey key, Action<string, CancellationToken> build, PhaseTeller phases, CancellationToken stop)
{
    /// <summary>Why it was built, in words.</summary>
    public string Why { get; private set; } = "";

    /// <summary>How long that took.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>A folder to build in when the cache can't be written.</summary>
    /// <exception cref="CacheUnavailableException">There is none.</exception>
    public static BuildFolder Elsewhere(CacheContext cache, string unwritable)
    {
        try
        {
            return BuildFolder.Elsewhere();
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            throw new CacheUnavailableException(
                CacheProblem.NotWritable, "There is no place to build an engine", "a cache or a folder for temporary files that can be written", $"{unwritable} {e.Message}", cache.Layout.Root,
                "Name a folder that the program's user can write with EngineCacheOptions.Folder or the environment variable MODELGEN_CACHE.", e);
        }
    }

    /// <summary>Runs the caller's builder, and makes an entry of what it made.</summary>
    /// <param name="workshop">Where to build. It is disposed when that fails.</param>
    /// <param name="fault">What is wrong with the entry that there is; null when there is none.</param>
    /// <param name="keep">Whether it is to become an entry.</param>
    /// <returns>Why it did not become an entry; null when it did, or was not to.</returns>
    public string? Build(BuildFolder workshop, string? fault, bool keep)
    {
        try
        {
            IReadOnlyList<Manifest> known = CacheIndex.Manifests(cache.Layout);
            Why = fault is null ? KnownBuilds.WhyMissing(key, known) : $"the engine in the cache was not usable ({fault})";
            CacheLog.Building(cache.Log, key, Why);
            using (PhaseTeller.Phase building = phases.Begin(EnginePhase.Building, Why, KnownBuilds.Estimate(key, known)))
            {
                Run(workshop);
                Time = building.Elapsed;
            }
            return keep ? Store(workshop, replace: fault is not null) : null;
        }
        catch
        {
            workshop.Dispose();
            throw;
        }
    }

    private void Run(BuildFolder workshop)
    {
        try
        {
            build(workshop.Path, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException && DiskErrors.IsFull(e, workshop.Path))
        {
            throw new CacheUnavailableException(
                CacheProblem.Full, "The engine can't be built because the disk is full", expected: null, e.Message, workshop.Path,
                "Make room there ('modelgen cache prune' removes engines), or name a folder on another disk with EngineCacheOptions.Folder.", e);
        }
        catch (Exception e) when (DiskErrors.Is(e))
        {
            // As something that is not taken for a failure of the cache's own files.
            throw new ModelGenException(
                "The engine could not be built", actual: e.Message, where: workshop.Path,
                remedy: "Make sure that nobody deletes the cache's folder while an engine is being built, and that the model's files can be read.", innerException: e);
        }
        stop.ThrowIfCancellationRequested();
    }

    private string? Store(BuildFolder workshop, bool replace)
    {
        try
        {
            using PhaseTeller.Phase storing = phases.Begin(EnginePhase.Storing, $"engine {key}");
            EntryWriter.Complete(workshop.Path, key, Time, cache);
            if (replace)
                cache.Layout.Discard(cache.Layout.Entry(key.Id));
            EntryWriter.Publish(workshop.Path, key, cache);
            CacheIndex.Touch(key.Id, cache);
            CacheLog.Stored(cache.Log, key, Time.TotalSeconds, cache.Layout.Entry(key.Id));
            return null;
        }
        catch (Exception e) when (e is InvalidDataException || DiskErrors.Is(e))
        {
            return e.Message;
        }
    }
}
