using System.Diagnostics;

namespace ModelGen.Benchmarks;

/// <summary>Threads that call one after the other, without a pause.</summary>
internal static class Callers
{
    /// <summary>Calls a second.</summary>
    public static double Rate(int callers, TimeSpan duration, Action call)
    {
        long count = 0;
        using Barrier start = new(callers + 1);
        Thread[] threads = [.. Enumerable.Range(0, callers).Select(_ => new Thread(() =>
        {
            long mine = 0;
            start.SignalAndWait();
            long begin = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(begin) < duration)
            {
                call();
                mine++;
            }
            Interlocked.Add(ref count, mine);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        start.SignalAndWait();
        long began = Stopwatch.GetTimestamp();
        foreach (Thread thread in threads)
            thread.Join();
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
