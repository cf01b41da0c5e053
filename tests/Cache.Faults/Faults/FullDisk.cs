using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>The disk becomes full, while the engine is built and while it is stored.</summary>
internal static class FullDisk
{
    private const int Kilobytes = 256;

    public static Count Run(int rounds, Random random)
    {
        const string Fault = "disk full";
        using Scratch scratch = new();
        using var disk = Tmpfs.TryMount(scratch["disk"], Kilobytes, out string reason);
        if (disk is null)
            return new Count(Fault) { Skipped = reason };
        Count count = new($"{Fault}, a tmpfs of {Kilobytes} KB");
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["disk/cache"] });
        string ballast = scratch["disk/ballast"];
        for (int i = 0; i < rounds; i++)
        {
            EngineKey key = FakeEngine.Key($"model {i}");
            Once(cache, key, count, random.Next(3), ballast, random);
            File.Delete(ballast);
            CachedEngine<string> engine = cache.UseOrBuild(key, at => FakeEngine.Load(at, key), (at, _) => FakeEngine.Write(at, key));
            engine.Lease.Dispose();
            count.Answer(engine.Value, key.Id, $"round {i}, with room again");
            cache.Prune(new PruneRequest { All = true });
        }
        return count;
    }

    private static void Once(EngineCache cache, EngineKey key, Count count, int kind, string ballast, Random random)
    {
        try
        {
            CachedEngine<string> engine = cache.UseOrBuild(key, at => FakeEngine.Load(at, key), (at, _) =>
            {
                if (kind == 0)
                    Fill(ballast, leave: random.Next(40_000));
                FakeEngine.Write(at, key);
                // Nothing left for the manifest, or for a part of it.
                if (kind == 1)
                    Fill(ballast, leave: 0);
                if (kind == 2)
                    Fill(ballast, leave: random.Next(8192));
            });
            count.Answer(engine.Value, key.Id, $"full, kind {kind}");
            count.Note(engine.Outcome == EngineOutcome.Uncached ? "built but not kept" : "fitted");
            engine.Lease.Dispose();
        }
        catch (CacheUnavailableException e) when (e.Kind == CacheProblem.Full)
        {
            count.ClearError();
        }
    }

    private static void Fill(string ballast, int leave)
    {
        using FileStream file = new(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (byte[] block = new byte[4096]; ;)
                file.Write(block);
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - leave));
        }
    }
}
