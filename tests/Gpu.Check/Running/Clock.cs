using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Times of calls.</summary>
internal static class Clock
{
    private const int Warmup = 20;

    /// <summary>The median of a call's time, in milliseconds, inputs copied in and outputs copied out.</summary>
    public static double Median(Engine engine, int runs)
    {
        byte[][] inputs = Runner.Inputs(engine.Info, 1), outputs = Runner.Outputs(engine.Info);
        for (int i = 0; i < Warmup; i++)
            Runner.Run(engine, inputs, outputs);
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Runner.Run(engine, inputs, outputs);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return times[runs / 2];
    }

    /// <summary>Bytes that the calling thread allocates for a call, after the first ones.</summary>
    public static double BytesACall(Engine engine, int runs)
    {
        byte[][] inputs = Runner.Inputs(engine.Info, 1), outputs = Runner.Outputs(engine.Info);
        for (int i = 0; i < Warmup; i++)
            Runner.Run(engine, inputs, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < runs; i++)
            Runner.Run(engine, inputs, outputs);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    /// <summary>Seconds for people.</summary>
    public static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.00} s");
}
