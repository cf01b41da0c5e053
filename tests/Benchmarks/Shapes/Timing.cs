using System.Diagnostics;

namespace ModelGen.Benchmarks;

/// <summary>What an action takes: the means of some runs without the slowest third, which are the machine's.</summary>
/// <param name="Milliseconds">The time of a run.</param>
/// <param name="Pauses">Milliseconds of it in which the garbage collector stopped the program.</param>
/// <param name="Allocated">Bytes.</param>
internal readonly record struct Timing(double Milliseconds, double Pauses, double Allocated)
{
    /// <summary>Times an action.</summary>
    public static Timing Of(Action action, int rounds)
    {
        Timing[] kept = [.. Enumerable.Range(0, rounds).Select(_ => Once(action)).OrderBy(run => run.Milliseconds - run.Pauses).Take(rounds - rounds / 3)];
        return new(kept.Average(run => run.Milliseconds), kept.Average(run => run.Pauses), kept.Average(run => run.Allocated));
    }

    private static Timing Once(Action action)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan pauses = GC.GetTotalPauseDuration();
        long start = Stopwatch.GetTimestamp();
        action();
        return new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetTotalPauseDuration() - pauses).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
