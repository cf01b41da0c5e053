using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>kill -9 at random points of a build; the next process must get the right engine, and find nothing left behind.</summary>
internal static class KilledBuilders
{
    public static Count Run(int rounds, Random random)
    {
        Count count = new($"kill -9 during a build, {rounds} times at random points");
        using Scratch scratch = new();
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"] });
        EngineKey key = FakeEngine.Key("model 0");
        TimeSpan whole = Whole(scratch["measured"]);
        for (int i = 0; i < rounds; i++)
        {
            using (Child child = Child.Start("builder", scratch["cache"], "1", "1", "1", "0"))
            {
                child.Go();
                child.Line();
                // A random point is what is wanted here: not a time that something needs.
                long start = Stopwatch.GetTimestamp();
                TimeSpan until = whole * random.NextDouble();
                SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start) >= until);
                child.Kill();
            }
            count.Note(Directory.Exists(Path.Join(cache.Folder, "entries", key.Id)) ? "died after storing" : HasLeftOvers(cache.Folder) ? "died while building" : "died before building");

            CachedEngine<string> engine = cache.UseOrBuild(key, at => FakeEngine.Load(at, key), (at, _) => FakeEngine.Write(at, key));
            count.Answer(engine.Value, key.Id, $"round {i}");
            count.Check(engine.Outcome is EngineOutcome.Hit or EngineOutcome.Built, $"round {i}: {engine.Outcome}, {engine.Reason}");
            engine.Lease.Dispose();
            PruneResult pruned = cache.Prune(new PruneRequest { All = true });
            count.Check(pruned.Removed.Length == 1 && pruned.InUse.IsEmpty, $"round {i}: the dead builder's lease was still held");
            count.Check(!HasLeftOvers(cache.Folder), $"round {i}: a left-over stayed");
        }
        return count;
    }

    private static bool HasLeftOvers(string cache) =>
        Directory.Exists(Path.Join(cache, "building")) && Directory.EnumerateFileSystemEntries(Path.Join(cache, "building")).Any();

    // From the first line to the last, so that all steps are met: the lock, the files, the manifest, the renaming, and the loading.
    private static TimeSpan Whole(string folder)
    {
        using Child child = Child.Start("builder", folder, "1", "1", "1", "0");
        child.Go();
        child.Line();
        long start = Stopwatch.GetTimestamp();
        child.Line();
        return Stopwatch.GetElapsedTime(start);
    }
}
