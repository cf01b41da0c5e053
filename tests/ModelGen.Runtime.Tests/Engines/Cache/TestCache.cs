using Microsoft.Extensions.Logging;
using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

/// <summary>A cache in a folder of its own, with a clock that is set and a list of what was logged.</summary>
internal sealed class TestCache : IDisposable
{
    private readonly Scratch _scratch = new();

    public TestCache(EngineCacheOptions? options = null)
    {
        Options = (options ?? new EngineCacheOptions()) with { Folder = _scratch["cache"] };
        Cache = Open();
    }

    public EngineCacheOptions Options { get; }

    public JumpingClock Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    public LogList Log { get; } = new();

    public EngineCache Cache { get; }

    public string Folder => Cache.Folder;

    public int Builds { get; private set; }

    public string this[string name] => _scratch[name];

    public EngineCache Open(EngineCacheOptions? options = null) => EngineCache.Open(options ?? Options, Log, Clock);

    public string Entry(EngineKey key) => Path.Join(Folder, "entries", key.Id);

    /// <summary>Uses or builds the engine of a key, holds it to be the right one, and lets go of it.</summary>
    public CachedEngine<string> Use(EngineKey key, IProgress<EngineProgress>? progress = null, EngineCache? cache = null)
    {
        CachedEngine<string> engine = Hold(key, progress, cache);
        engine.Lease.Dispose();
        return engine;
    }

    /// <summary>The same, without letting go of it.</summary>
    public CachedEngine<string> Hold(EngineKey key, IProgress<EngineProgress>? progress = null, EngineCache? cache = null)
    {
        CachedEngine<string> engine = (cache ?? Cache).UseOrBuild(key, folder => FakeEngine.Load(folder, key), (folder, _) =>
        {
            Builds++;
            FakeEngine.Write(folder, key);
        }, progress);
        Assert.Equal(key.Id, engine.Value);
        return engine;
    }

    public void Dispose() => _scratch.Dispose();

    /// <summary>What was logged, as text.</summary>
    internal sealed class LogList : ILogger
    {
        public List<(LogLevel Level, int Id, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add((logLevel, eventId.Id, formatter(state, exception)));
        }
    }
}
