using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>The clock jumps by up to twenty years between any two steps. Engines stay right, and pruning ends and keeps to its limit.</summary>
internal static class ClockJumps
{
    private const int Models = 6;

    public static Count Run(int rounds, Random random)
    {
        Count count = new($"clock jumps, {rounds} times");
        using Scratch scratch = new();
        JumpingClock clock = new(DateTimeOffset.UnixEpoch.AddYears(50));
        long limit = 3 * (FakeEngine.Bytes + 4096);
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"], MaxBytes = limit }, null, clock);
        for (int i = 0; i < rounds; i++)
        {
            Jump();
            EngineKey key = FakeEngine.Key($"model {random.Next(Models)}");
            CachedEngine<string> engine = cache.UseOrBuild(key, Load, (at, _) => FakeEngine.Write(at, key, Jump));
            count.Answer(engine.Value, key.Id, $"round {i}");
            count.Note(engine.Outcome.ToString());
            engine.Lease.Dispose();
            IReadOnlyList<CacheEntry> entries = cache.List();
            count.Check(entries.Any(entry => entry.Id == key.Id), $"round {i}: the engine in use was pruned");
            count.Check(entries.Sum(entry => entry.Bytes) <= limit, $"round {i}: above the limit");
            count.Check(entries.All(entry => entry.LastUsed <= clock.Now), $"round {i}: used in the future");
            if (random.Next(10) == 0)
                cache.Prune(new PruneRequest { OlderThan = TimeSpan.FromDays(random.Next(4000)) });

            string Load(string at)
            {
                Jump();
                return FakeEngine.Load(at, key);
            }
        }
        return count;

        void Jump()
        {
            if (random.Next(3) == 0)
                clock.Now = DateTimeOffset.UnixEpoch.AddYears(30).AddHours(random.Next(20 * 365 * 24));
        }
    }
}
