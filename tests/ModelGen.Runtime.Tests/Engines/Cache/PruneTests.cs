using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class PruneTests : IDisposable
{
    private readonly TestCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void TheEnginesNotUsedForLongestGoUntilTheLimitIsKept()
    {
        EngineKey[] keys = Fill(4);
        _cache.Clock.Now += TimeSpan.FromHours(1);
        _cache.Use(keys[0]);
        long each = _cache.Cache.List()[0].Bytes;

        PruneResult pruned = _cache.Cache.Prune(new PruneRequest { MaxBytes = (2 * each) + (each / 2) });

        Assert.Equal([keys[1].Id, keys[2].Id], pruned.Removed.Select(entry => entry.Id));
        Assert.Equal([keys[0].Id, keys[3].Id], _cache.Cache.List().Select(entry => entry.Id));
        Assert.Equal(pruned.RemainingBytes, _cache.Cache.List().Sum(entry => entry.Bytes));
        Assert.Equal(pruned.FreedBytes, pruned.Removed.Sum(entry => entry.Bytes));
    }

    [Fact]
    public void StoringKeepsToTheLimitAndNeverRemovesTheNewEngine()
    {
        using TestCache small = new(new EngineCacheOptions { MaxBytes = 1 });

        for (int i = 0; i < 3; i++)
        {
            EngineKey key = FakeEngine.Key($"model {i}");
            small.Use(key);
            Assert.Equal([key.Id], small.Cache.List().Select(entry => entry.Id));
            small.Clock.Now += TimeSpan.FromSeconds(1);
        }
        Assert.Equal(3, small.Builds);
    }

    [Fact]
    public void WithoutALimitStoringRemovesNothing()
    {
        using TestCache endless = new(new EngineCacheOptions { MaxBytes = 0 });
        for (int i = 0; i < 3; i++)
            endless.Use(FakeEngine.Key($"model {i}"));

        Assert.Equal(3, endless.Cache.List().Count);
    }

    [Fact]
    public void AnEngineInUseStaysUntilItsLastLeaseEnds()
    {
        EngineKey key = Fill(1)[0];
        using IDisposable first = _cache.Hold(key).Lease, second = _cache.Hold(key).Lease;
        PruneRequest all = new() { All = true };

        Assert.Equal([key.Id], _cache.Cache.Prune(all).InUse.Select(entry => entry.Id));
        first.Dispose();
        first.Dispose();
        Assert.True(Assert.Single(_cache.Cache.List()).InUse);
        Assert.Empty(_cache.Cache.Prune(all).Removed);
        second.Dispose();
        Assert.False(Assert.Single(_cache.Cache.List()).InUse);
        Assert.Equal([key.Id], _cache.Cache.Prune(all).Removed.Select(entry => entry.Id));
        Assert.Empty(_cache.Cache.List());
    }

    [Fact]
    public void WhatWasNotUsedForLongerGoes()
    {
        EngineKey[] keys = Fill(3);
        _cache.Clock.Now += TimeSpan.FromDays(10);
        _cache.Use(keys[1]);
        _cache.Clock.Now += TimeSpan.FromDays(1);

        _cache.Cache.Prune(new PruneRequest { OlderThan = TimeSpan.FromDays(2) });

        Assert.Equal([keys[1].Id], _cache.Cache.List().Select(entry => entry.Id));
    }

    [Fact]
    public void ARequestForOneModelLeavesTheOthersAndWhatIsDamaged()
    {
        EngineKey[] keys = Fill(3);
        File.Delete(Path.Join(_cache.Entry(keys[2]), "manifest.json"));

        PruneResult pruned = _cache.Cache.Prune(new PruneRequest { All = true, Model = keys[1].Model[..10].ToUpperInvariant() });

        Assert.Equal([keys[1].Id], pruned.Removed.Select(entry => entry.Id));
        Assert.Equal(2, _cache.Cache.List().Count);
    }

    [Fact]
    public void DamagedEntriesAreListedWithTheirDamageAndGoWithAnyRequest()
    {
        EngineKey[] keys = Fill(2);
        File.Delete(Path.Join(_cache.Entry(keys[1]), "manifest.json"));

        Assert.Equal("'manifest.json' is missing", _cache.Cache.List().Single(entry => entry.Id == keys[1].Id).Damage);
        Assert.Equal([keys[1].Id], _cache.Cache.Prune(new PruneRequest()).Removed.Select(entry => entry.Id));
        Assert.Equal([keys[0].Id], _cache.Cache.List().Select(entry => entry.Id));
    }

    [Fact]
    public void ADryRunSaysTheSameAndRemovesNothing()
    {
        EngineKey[] keys = Fill(3);
        using IDisposable lease = _cache.Hold(keys[0]).Lease;
        Directory.CreateDirectory(Path.Join(_cache.Folder, "building", "dead"));

        PruneResult said = _cache.Cache.Prune(new PruneRequest { All = true, DryRun = true });

        Assert.Equal(3, _cache.Cache.List().Count);
        Assert.True(Directory.Exists(Path.Join(_cache.Folder, "building", "dead")));
        PruneResult done = _cache.Cache.Prune(new PruneRequest { All = true });
        Assert.Equal(said.Removed.Select(entry => entry.Id), done.Removed.Select(entry => entry.Id));
        Assert.Equal((said.InUse.Length, said.RemainingBytes, 1), (done.InUse.Length, done.RemainingBytes, done.LeftOvers));
    }

    [Fact]
    public void LockFilesOfEnginesThatAreGoneGoToo()
    {
        Fill(3);

        _cache.Cache.Prune(new PruneRequest { All = true });

        Assert.Equal(["gate.lock"], Directory.EnumerateFiles(_cache.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public void WhatDeadBuildersLeftGoesAndWhatLivingOnesMakeStays()
    {
        EngineKey key = FakeEngine.Key();
        string building = Path.Join(_cache.Folder, "building"), dead = Path.Join(building, key.Id + ".dead");
        _cache.Cache.UseOrBuild(key, folder => FakeEngine.Load(folder, key), (folder, _) =>
        {
            Directory.CreateDirectory(dead);
            File.WriteAllText(Path.Join(dead, "half"), "x");
            Assert.Equal(1, _cache.Cache.Prune(new PruneRequest()).LeftOvers);
            Assert.False(Directory.Exists(dead));
            Assert.True(Directory.Exists(folder));
            FakeEngine.Write(folder, key);
        }).Lease.Dispose();

        Assert.Empty(Directory.EnumerateFileSystemEntries(building));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Join(_cache.Folder, "trash")));
        Assert.Equal(EngineOutcome.Hit, _cache.Use(key).Outcome);
    }

    [Fact]
    public void ATimeInTheFutureCountsAsNow()
    {
        EngineKey[] keys = Fill(2);
        DateTimeOffset now = _cache.Clock.Now;
        _cache.Clock.Now = now.AddYears(10);
        _cache.Use(keys[0]);
        _cache.Clock.Now = now;

        Assert.All(_cache.Cache.List(), entry => Assert.InRange(entry.LastUsed, now.AddDays(-1), now));
        Assert.Empty(_cache.Cache.Prune(new PruneRequest { OlderThan = TimeSpan.FromDays(1) }).Removed);
    }

    [Fact]
    public void ANegativeLimitIsRefused() =>
        Assert.Contains("negative", Assert.Throws<ModelGenException>(() => _cache.Open(_cache.Options with { MaxBytes = -1 })).Message, StringComparison.Ordinal);

    // Engines of models 0, 1, 2, …, each used a minute after the one before.
    private EngineKey[] Fill(int count)
    {
        EngineKey[] keys = [.. Enumerable.Range(0, count).Select(i => FakeEngine.Key($"model {i}"))];
        foreach (EngineKey key in keys)
        {
            _cache.Use(key);
            _cache.Clock.Now += TimeSpan.FromMinutes(1);
        }
        return keys;
    }
}
