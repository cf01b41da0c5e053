using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>A cache that can't be written: what is in it is used, the rest is built beside it.</summary>
internal static class ReadOnlyCache
{
    public static Count Run()
    {
        const string Fault = "read-only cache";
        using Scratch scratch = new();
        using var disk = Tmpfs.TryMount(scratch["disk"], kilobytes: 4096, out string reason);
        if (disk is null)
            return new Count(Fault) { Skipped = reason };
        Count count = new(Fault);
        EngineCacheOptions options = new() { Folder = scratch["disk/cache"] };
        EngineKey known = FakeEngine.Key("known"), damaged = FakeEngine.Key("damaged"), unknown = FakeEngine.Key("unknown");
        EngineCache cache = EngineCache.Open(options);
        Use(cache, known, EngineOutcome.Built);
        File.AppendAllText(Path.Join(Use(cache, damaged, EngineOutcome.Built), "engine.trt"), "x");

        disk.SetReadOnly(true);
        cache = EngineCache.Open(options);
        Use(cache, known, EngineOutcome.Hit);
        string beside = Use(cache, unknown, EngineOutcome.Uncached);
        count.Check(!Directory.Exists(beside), "the folder beside the cache stayed after its lease had ended");
        Use(cache, damaged, EngineOutcome.Uncached);
        WithoutTemporaryFiles();
        PruneResult pruned = cache.Prune(new PruneRequest { All = true });
        count.Check(pruned.Removed.IsEmpty && pruned.Failed.Length == 2, "pruning did not say that it failed");

        disk.SetReadOnly(false);
        Use(cache, unknown, EngineOutcome.Built);
        Use(cache, damaged, EngineOutcome.Rebuilt);
        return count;

        void WithoutTemporaryFiles()
        {
            string? usual = Environment.GetEnvironmentVariable("TMPDIR");
            Environment.SetEnvironmentVariable("TMPDIR", scratch["nowhere/at/all"]);
            try
            {
                Use(cache, unknown, EngineOutcome.Uncached);
                count.Check(false, "an engine was built nowhere");
            }
            catch (CacheUnavailableException e) when (e.Kind == CacheProblem.NotWritable)
            {
                count.ClearError();
            }
            finally
            {
                Environment.SetEnvironmentVariable("TMPDIR", usual);
            }
        }

        string Use(EngineCache cache, EngineKey key, EngineOutcome expected)
        {
            CachedEngine<string> engine = cache.UseOrBuild(key, at => FakeEngine.Load(at, key), (at, _) => FakeEngine.Write(at, key));
            count.Answer(engine.Value, key.Id, expected.ToString());
            count.Check(engine.Outcome == expected, $"{engine.Outcome} instead of {expected}: {engine.Reason}");
            count.Note(engine.Outcome.ToString());
            engine.Lease.Dispose();
            return engine.Folder;
        }
    }
}
