using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class WaitingTests : IDisposable
{
    private static readonly EngineKey s_key = FakeEngine.Key();

    private readonly TestCache _cache = new();
    private readonly ManualResetEventSlim _building = new(), _mayEnd = new();

    public void Dispose()
    {
        _building.Dispose();
        _mayEnd.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public async Task WhoComesWhileAnotherBuildsWaitsAndTakesTheOthers()
    {
        Task<CachedEngine<string>> builder = BuildSlowly();
        ProgressList progress = new(told =>
        {
            if (told.Phase == EnginePhase.Waiting && told.Detail.StartsWith("process ", StringComparison.Ordinal))
                _mayEnd.Set();
        });

        CachedEngine<string> engine = await Task.Run(() => _cache.Use(s_key, progress, _cache.Open()));

        Assert.Equal((EngineOutcome.Built, EngineOutcome.Hit, 0), ((await builder).Outcome, engine.Outcome, _cache.Builds));
        string who = $"process {Environment.ProcessId} on {Environment.MachineName} since 05:06:07 UTC";
        Assert.Contains(progress.Told, told => told.Phase == EnginePhase.Waiting && told.Detail == $"{who} builds engine {s_key}");
        Assert.EndsWith($" by {who}, while this one waited", engine.Reason, StringComparison.Ordinal);
        Assert.Contains(_cache.Log.Lines, line => line.Id == 2004 && line.Text.Contains(who, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WaitingCanBeCancelledAndTheOtherBuildsOn()
    {
        Task<CachedEngine<string>> builder = BuildSlowly();
        using CancellationTokenSource source = new();
        ProgressList progress = new(told =>
        {
            if (told.Phase == EnginePhase.Waiting)
                source.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => _cache.Cache.UseOrBuild(s_key, _ => 1, (_, _) => Assert.Fail("built"), progress, source.Token)));

        _mayEnd.Set();
        Assert.Equal(EngineOutcome.Built, (await builder).Outcome);
    }

    [Fact]
    public async Task WhoWaitsForABuildThatFailsBuildsItself()
    {
        Task<CachedEngine<string>> builder = BuildSlowly(fails: true);
        ProgressList progress = new(told =>
        {
            if (told.Phase == EnginePhase.Waiting)
                _mayEnd.Set();
        });

        CachedEngine<string> engine = await Task.Run(() => _cache.Use(s_key, progress));

        Assert.Equal((EngineOutcome.Built, 1), (engine.Outcome, _cache.Builds));
        await Assert.ThrowsAsync<InvalidOperationException>(() => builder);
    }

    [Fact]
    public async Task AnotherEngineIsBuiltAtTheSameTime()
    {
        Task<CachedEngine<string>> builder = BuildSlowly();

        Assert.Equal(EngineOutcome.Built, _cache.Use(FakeEngine.Key(driver: "570.10")).Outcome);

        _mayEnd.Set();
        await builder;
    }

    [Fact]
    public void ManyThreadsBuildEachEngineOnce()
    {
        int builds = 0;
        Parallel.For(0, 40, i =>
        {
            EngineKey key = FakeEngine.Key($"model {i % 4}");
            CachedEngine<string> engine = _cache.Cache.UseOrBuild(key, folder => FakeEngine.Load(folder, key), (folder, _) =>
            {
                Interlocked.Increment(ref builds);
                FakeEngine.Write(folder, key);
            });
            Assert.Equal(key.Id, engine.Value);
            engine.Lease.Dispose();
        });

        Assert.Equal(4, builds);
    }

    private Task<CachedEngine<string>> BuildSlowly(bool fails = false)
    {
        var building = Task.Run(() => _cache.Cache.UseOrBuild(s_key, folder => FakeEngine.Load(folder, s_key), (folder, stop) =>
        {
            _building.Set();
            _mayEnd.Wait(stop);
            if (fails)
                throw new InvalidOperationException();
            FakeEngine.Write(folder, s_key);
        }));
        _building.Wait();
        return building;
    }
}
