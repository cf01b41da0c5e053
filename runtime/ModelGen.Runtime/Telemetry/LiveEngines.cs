using System.Diagnostics.Metrics;

namespace ModelGen.Engines;

/// <summary>The engines that are loaded, for instruments that look rather than being told, so that calls pay nothing for them.</summary>
/// <remarks>Held weakly: an engine that nobody disposes must not live for its numbers' sake.</remarks>
internal static class LiveEngines
{
    private static readonly Lock s_lock = new();
    private static readonly List<WeakReference<Engine>> s_engines = [];

    public static void Add(Engine engine)
    {
        lock (s_lock)
        {
            s_engines.RemoveAll(reference => !reference.TryGetTarget(out _));
            s_engines.Add(new(engine));
        }
    }

    public static void Remove(Engine engine)
    {
        lock (s_lock)
            s_engines.RemoveAll(reference => !reference.TryGetTarget(out Engine? other) || other == engine);
    }

    public static IEnumerable<Measurement<int>> Active() => Measure(engine => engine.Gate.Inside);

    public static IEnumerable<Measurement<int>> Waiting() => Measure(engine => engine.Gate.Waiting + (engine.QueuedItems?.Invoke() ?? 0));

    public static IEnumerable<Measurement<int>> Limits() => Measure(engine => engine.Gate.Limit);

    // Engines of one model and provider are one time series: two measurements of the same attributes would hide each other.
    private static IEnumerable<Measurement<int>> Measure(Func<Engine, int> value)
    {
        Engine[] engines;
        lock (s_lock)
            engines = [.. s_engines.Select(reference => reference.TryGetTarget(out Engine? engine) ? engine : null).OfType<Engine>()];
        return engines
            .GroupBy(engine => (engine.Info.Name, engine.Report.Provider.Name))
            .Select(group => new Measurement<int>(group.Sum(value), group.First().ModelTag, group.First().ProviderTag));
    }
}
