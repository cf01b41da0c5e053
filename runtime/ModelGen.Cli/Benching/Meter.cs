using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Cli;

/// <summary>Measures runs on the calling thread, one after the other.</summary>
internal static class Meter
{
    /// <summary>The fewest measured runs of a measurement that is not cut short: percentiles of fewer mean nothing.</summary>
    internal const int FewestRuns = 5;

    // The first runs allocate the runtime's arenas and are compiled by the JIT.
    private const int FewestWarmups = 3;

    // Of runs that take 10 µs this is 100 s; a bound on memory, 80 MB.
    private const int MostRuns = 10_000_000;

    private static readonly TimeSpan s_longestWarmup = TimeSpan.FromSeconds(1);

    // Often enough for a bar that moves.
    private static readonly TimeSpan s_progressInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures.</summary>
    /// <param name="measured">What runs.</param>
    /// <param name="time">How long to measure; the warm-up, a tenth of it and at most a second, comes before.</param>
    /// <param name="progress">Is told the share that is done, between runs.</param>
    /// <param name="stop">Ends it; what was measured by then is given.</param>
    internal static Measurement Measure(IMeasured measured, TimeSpan time, Action<double> progress, CancellationToken stop)
    {
        int warmups = 0;
        List<long> ticks = [];
        long allocated = 0;
        try
        {
            TimeSpan warmup = time / 10 < s_longestWarmup ? time / 10 : s_longestWarmup;
            for (long start = Stopwatch.GetTimestamp(); (warmups < FewestWarmups || Stopwatch.GetElapsedTime(start) < warmup) && !stop.IsCancellationRequested; warmups++)
                measured.Run();

            long began = Stopwatch.GetTimestamp(), told = began;
            while (!stop.IsCancellationRequested && ticks.Count < MostRuns && (ticks.Count < FewestRuns || Stopwatch.GetElapsedTime(began) < time))
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                measured.Run();
                long end = Stopwatch.GetTimestamp();
                allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
                ticks.Add(end - start);
                if (Stopwatch.GetElapsedTime(told, end) < s_progressInterval)
                    continue;
                told = end;
                progress(Math.Min(1, Stopwatch.GetElapsedTime(began, end) / time));
            }
        }
        catch (OnnxRuntimeException) when (stop.IsCancellationRequested)
        {
            // The run in progress was told to end; it does not count.
        }
        return new Measurement(warmups, new Latencies(ticks), ticks.Sum() / (double)Stopwatch.Frequency, allocated, !stop.IsCancellationRequested);
    }
}
