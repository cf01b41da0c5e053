using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>Somebody deletes the cache's folder under running processes, again and again.</summary>
internal static class DeletedFolder
{
    public static Count Run(int rounds)
    {
        Count count = new($"the folder deleted under {Environment.ProcessorCount + 1} running threads");
        using Scratch scratch = new();
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"] });
        using CancellationTokenSource done = new();
        Thread deleter = new(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Delete(scratch["cache"]);
                Thread.Yield();
            }
        });
        deleter.Start();
        Parallel.For(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 }, i => Use(i % 3));
        done.Cancel();
        deleter.Join();
        Use(0);
        return count;

        void Use(int model)
        {
            EngineKey key = FakeEngine.Key($"model {model}");
            try
            {
                CachedEngine<string> engine = cache.UseOrBuild(key, at => Load(at, key), (at, _) => FakeEngine.Write(at, key));
                engine.Lease.Dispose();
                lock (count)
                {
                    count.Answer(engine.Value, key.Id, "deleted");
                    count.Note(engine.Outcome.ToString());
                }
            }
            catch (ModelGenException)
            {
                lock (count)
                    count.ClearError();
            }
        }
    }

    // As a provider does: files that are not there are an engine that it can't make.
    private static string Load(string folder, EngineKey key)
    {
        try
        {
            return FakeEngine.Load(folder, key);
        }
        catch (IOException e)
        {
            throw new EngineRejectedException(e.Message, e);
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files came while it was at it.
        }
    }
}
