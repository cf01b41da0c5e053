using Microsoft.Extensions.Logging;
using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class UseOrBuildTests : IDisposable
{
    private static readonly EngineKey s_key = FakeEngine.Key();

    private readonly TestCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void AnEngineIsBuiltOnceAndFoundAgainByAnotherCacheOfTheSameFolder()
    {
        Assert.Equal(EngineOutcome.Built, _cache.Use(s_key).Outcome);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key).Outcome);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key, cache: _cache.Open()).Outcome);
        Assert.Equal(1, _cache.Builds);
    }

    [Fact]
    public void AnEngineOfAnyOtherPartIsAnotherEngine()
    {
        _cache.Use(s_key);

        Assert.Equal(EngineOutcome.Built, _cache.Use(FakeEngine.Key(driver: "570.10")).Outcome);
        Assert.Equal(EngineOutcome.Built, _cache.Use(FakeEngine.Key("retrained")).Outcome);
        Assert.Equal(3, _cache.Builds);
    }

    [Fact]
    public void ItSaysWhyItBuilds()
    {
        Assert.Equal("no engine for this model yet", _cache.Use(FakeEngine.Key(driver: "570.10")).Reason);
        _cache.Use(FakeEngine.Key(driver: "570.10", gpu: "L4"));
        _cache.Use(FakeEngine.Key("other model"));

        Assert.Equal("no engine for driver 580.95 (the nearest is for 570.10); 2 others for this model", _cache.Use(s_key).Reason);
        Assert.Contains(_cache.Log.Lines, line => line is { Id: 2001, Level: LogLevel.Information } && line.Text.Contains("no engine for driver 580.95", StringComparison.Ordinal));
    }

    [Fact]
    public void ItSaysWhenAndHowLongAHitWasBuilt()
    {
        _cache.Use(s_key);

        Assert.StartsWith("built 2026-03-04 05:06 UTC in ", _cache.Use(s_key).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TheBuilderGetsAnEmptyFolderThatIsNotTheEntrys()
    {
        string? given = null;

        CachedEngine<string> engine = _cache.Cache.UseOrBuild(s_key, folder => FakeEngine.Load(folder, s_key), (folder, _) =>
        {
            given = folder;
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
            FakeEngine.Write(folder, s_key);
        });

        Assert.Equal(_cache.Entry(s_key), engine.Folder);
        Assert.NotEqual(given, engine.Folder);
        Assert.False(Directory.Exists(given));
    }

    [Fact]
    public void ThePhasesAreToldInTheirOrderWithTheLastBuildsTimeAsEstimate()
    {
        ProgressList first = new(), other = new(), hit = new();
        _cache.Use(s_key, first);
        TimeSpan time = Assert.Single(_cache.Cache.List()).BuildTime;
        _cache.Use(FakeEngine.Key(driver: "570.10"), other);
        _cache.Use(s_key, hit);

        Assert.Equal([EnginePhase.Building, EnginePhase.Storing, EnginePhase.Loading], first.Phases);
        Assert.Equal([EnginePhase.Verifying, EnginePhase.Loading], hit.Phases);
        Assert.Null(first.Told[0].Estimate);
        Assert.Equal(time, other.Told[0].Estimate);
        Assert.Equal("no engine for driver 570.10 (the nearest is for 580.95); 1 other for this model", other.Told[0].Detail);
    }

    [Fact]
    public void AFailedBuildIsPassedOnAndLeavesNothing()
    {
        InvalidOperationException failure = new("out of GPU memory");

        Assert.Same(failure, Assert.Throws<InvalidOperationException>(() => _cache.Cache.UseOrBuild<int>(s_key, _ => 1, (_, _) => throw failure)));

        Assert.Empty(_cache.Cache.List());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Join(_cache.Folder, "building")));
        Assert.Equal(EngineOutcome.Built, _cache.Use(s_key).Outcome);
    }

    [Fact]
    public void ACancelledBuildLeavesNothing()
    {
        using CancellationTokenSource source = new();

        Assert.Throws<OperationCanceledException>(() => _cache.Cache.UseOrBuild(s_key, folder => FakeEngine.Load(folder, s_key), (folder, _) =>
        {
            FakeEngine.Write(folder, s_key);
            source.Cancel();
        }, null, source.Token));

        Assert.Empty(_cache.Cache.List());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Join(_cache.Folder, "building")));
    }

    [Fact]
    public void AnEngineThatTheProviderRejectsIsBuiltAgainOnceAndSaidSo()
    {
        _cache.Use(s_key);
        int loads = 0;

        CachedEngine<string> engine = _cache.Cache.UseOrBuild(
            s_key, folder => loads++ == 0 ? throw new EngineRejectedException("could not deserialize engine") : FakeEngine.Load(folder, s_key), (folder, _) => FakeEngine.Write(folder, s_key));

        Assert.Equal((EngineOutcome.Rebuilt, 2), (engine.Outcome, loads));
        Assert.Equal("the engine in the cache was not usable (it can't be loaded: could not deserialize engine)", engine.Reason);
        Assert.Contains(_cache.Log.Lines, line => line is { Id: 2003, Level: LogLevel.Warning } && line.Text.Contains("could not deserialize engine", StringComparison.Ordinal));
    }

    [Fact]
    public void AnEngineThatIsRejectedRightAfterItsBuildIsAnErrorAndNotKept()
    {
        int builds = 0;

        var error = Assert.Throws<ModelGenException>(() => _cache.Cache.UseOrBuild<int>(s_key, _ => throw new EngineRejectedException("wrong TensorRT"), (folder, _) =>
        {
            builds++;
            FakeEngine.Write(folder, s_key);
        }));

        Assert.Equal(1, builds);
        Assert.Equal(("The engine was built, but it can't be loaded", "wrong TensorRT"), (error.Problem, error.Actual));
        Assert.NotNull(error.Remedy);
        Assert.Empty(_cache.Cache.List());
    }

    [Fact]
    public void OtherErrorsOfLoadingArePassedOnAndTheEntryStays()
    {
        _cache.Use(s_key);

        Assert.Throws<InvalidOperationException>(() => _cache.Cache.UseOrBuild<int>(s_key, _ => throw new InvalidOperationException(), (_, _) => Assert.Fail("built")));

        Assert.False(Assert.Single(_cache.Cache.List()).InUse);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key).Outcome);
    }

    [Fact]
    public void ABuilderThatWritesNothingFailsToLoadAndIsNotStored()
    {
        CachedEngine<int> engine = _cache.Cache.UseOrBuild(s_key, _ => 1, (_, _) => { });

        Assert.Equal(EngineOutcome.Uncached, engine.Outcome);
        Assert.EndsWith("it could not be kept: the builder wrote no files", engine.Reason, StringComparison.Ordinal);
        Assert.Empty(_cache.Cache.List());
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest.seal")]
    public void AnEngineWhoseFilesCannotBeAnEntryIsUsedFromWhereItWasBuilt(string name)
    {
        CachedEngine<string> engine = _cache.Cache.UseOrBuild(s_key, folder => FakeEngine.Load(folder, s_key), (folder, _) =>
        {
            FakeEngine.Write(folder, s_key);
            File.WriteAllText(Path.Join(folder, name), "mine");
        });

        Assert.Equal((EngineOutcome.Uncached, s_key.Id), (engine.Outcome, engine.Value));
        Assert.Contains(name, engine.Reason, StringComparison.Ordinal);
        Assert.Contains(_cache.Log.Lines, line => line is { Id: 2005, Level: LogLevel.Warning });
        _cache.Cache.Prune(new PruneRequest { All = true });
        Assert.Equal(s_key.Id, FakeEngine.Load(engine.Folder, s_key));
        engine.Lease.Dispose();
        Assert.False(Directory.Exists(engine.Folder));
    }

    [Fact]
    public void ALinkThatTheBuilderMadeIsNotFollowed()
    {
        File.WriteAllText(_cache["secret"], "secret");

        CachedEngine<int> engine = _cache.Cache.UseOrBuild(s_key, _ => 1, (folder, _) => File.CreateSymbolicLink(Path.Join(folder, "engine"), _cache["secret"]));

        Assert.Equal(EngineOutcome.Uncached, engine.Outcome);
        Assert.Contains("'engine' is a link", engine.Reason, StringComparison.Ordinal);
        engine.Lease.Dispose();
        Assert.Equal("secret", File.ReadAllText(_cache["secret"]));
    }
}
