using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ModelGen.Engines;

/// <summary>The instruments. Recording allocates nothing; while nobody listens it costs a look at <c>Enabled</c>.</summary>
/// <remarks>Names and units follow OpenTelemetry's conventions: dotted lower case, seconds, UCUM's braces for counted things.</remarks>
internal static class Metrics
{
    private static readonly Meter s_meter = new(ModelGenTelemetry.MeterName, typeof(Metrics).Assembly.GetName().Version?.ToString(3));

    // From a network of some microseconds to one of seconds, in the steps 1, 2.5, 5: OpenTelemetry's own buckets begin at 5 milliseconds.
    private static readonly InstrumentAdvice<double> s_seconds = new()
    {
        HistogramBucketBoundaries =
        [
            0.000005, 0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
        ],
    };

    private static readonly InstrumentAdvice<double> s_loadSeconds = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] };

    private static readonly InstrumentAdvice<int> s_items = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    private static readonly InstrumentAdvice<long> s_bytes = new() { HistogramBucketBoundaries = [0, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 16_777_216] };

    /// <summary>Seconds that the network took.</summary>
    public static readonly Histogram<double> RunDuration = s_meter.CreateHistogram(
        "modelgen.run.duration", "s", "Time that the network took.", tags: null, s_seconds);

    /// <summary>Seconds from renting a call to returning it.</summary>
    public static readonly Histogram<double> CallDuration = s_meter.CreateHistogram(
        "modelgen.call.duration", "s", "Time from renting a call to returning it: filling its inputs, the run, reading its outputs.", tags: null, s_seconds);

    /// <summary>Seconds that a call, or an item of a batch, waited for its turn.</summary>
    public static readonly Histogram<double> WaitDuration = s_meter.CreateHistogram(
        "modelgen.call.wait.duration", "s", "Time that a call, or an item of a batch, waited for its turn.", tags: null, s_seconds);

    /// <summary>Bytes that the calling thread allocated from renting a call to returning it.</summary>
    public static readonly Histogram<long> CallAllocated = s_meter.CreateHistogram(
        "modelgen.call.allocated", "By", "Managed memory that the calling thread allocated from renting a call to returning it.", tags: null, s_bytes);

    /// <summary>Items of a batch.</summary>
    public static readonly Histogram<int> BatchSize = s_meter.CreateHistogram(
        "modelgen.batch.size", "{item}", "Items that were run together.", tags: null, s_items);

    /// <summary>Calls that failed.</summary>
    public static readonly Counter<long> CallErrors = s_meter.CreateCounter<long>(
        "modelgen.call.errors", "{error}", "Calls that failed, by error.type.");

    /// <summary>Seconds that loading a model took.</summary>
    public static readonly Histogram<double> LoadDuration = s_meter.CreateHistogram(
        "modelgen.load.duration", "s", "Time that loading a model took, building its engine included.", tags: null, s_loadSeconds);

    /// <summary>Looks into the engine cache.</summary>
    public static readonly Counter<long> CacheLookups = s_meter.CreateCounter<long>(
        "modelgen.cache.lookups", "{lookup}", "Looks into the engine cache, by modelgen.cache.result.");

    static Metrics()
    {
        s_meter.CreateObservableUpDownCounter("modelgen.calls.active", LiveEngines.Active, "{call}", "Calls that are rented.");
        s_meter.CreateObservableUpDownCounter("modelgen.calls.waiting", LiveEngines.Waiting, "{call}", "Calls and items that wait for their turn.");
        s_meter.CreateObservableUpDownCounter("modelgen.calls.limit", LiveEngines.Limits, "{call}", "Calls that may be rented at once.");
    }

    /// <summary>Records the seconds since a timestamp of <see cref="Stopwatch"/>.</summary>
    public static void RecordSince(this Histogram<double> histogram, long start, Engine engine) =>
        histogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, engine.ModelTag, engine.ProviderTag);

    /// <summary>Counts a look into the engine cache.</summary>
    public static void CountLookup(string model, Provider provider, EngineOutcome outcome)
    {
        if (CacheLookups.Enabled)
            CacheLookups.Add(1, new(TagNames.Model, model), new(TagNames.Provider, provider.Name), new(TagNames.CacheResult, outcome.ToString().ToLowerInvariant()));
    }

    /// <summary>Counts a failed call.</summary>
    public static void CountError(Engine engine, Exception error)
    {
        if (CallErrors.Enabled)
            CallErrors.Add(1, engine.ModelTag, engine.ProviderTag, new(TagNames.ErrorType, error.GetType().FullName));
    }
}
