using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>Another process has an engine loaded: pruning leaves it. When that process is killed, it does not.</summary>
internal static class EnginesInUse
{
    public static Count Run(int rounds)
    {
        Count count = new($"pruning what another process uses, then kill -9 of it, {rounds} times");
        using Scratch scratch = new();
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"] });
        for (int i = 0; i < rounds; i++)
        {
            using Child child = Child.Start("builder", scratch["cache"], "0", "1", "1", "0", "hold");
            child.Go();
            child.Line();
            count.Answer(child.Line() ?? "nothing", "Built", $"round {i}");
            PruneResult whileUsed = cache.Prune(new PruneRequest { All = true });
            count.Check(whileUsed.Removed.IsEmpty && whileUsed.InUse.Length == 1 && cache.List()[0].InUse, $"round {i}: an engine in use was removed");
            child.Kill();
            PruneResult afterwards = cache.Prune(new PruneRequest { All = true });
            count.Check(afterwards.Removed.Length == 1, $"round {i}: the engine of a dead process was not removed");
        }
        return count;
    }
}
