using System.Diagnostics;

namespace ModelGen.Cli;

/// <summary>The durations of measured runs.</summary>
internal sealed class Latencies
{
    private readonly long[] _sorted;

    /// <summary>Takes durations in ticks of <see cref="Stopwatch"/>.</summary>
    internal Latencies(IEnumerable<long> ticks) => _sorted = [.. ticks.Order()];

    /// <summary>How many there are.</summary>
    internal int Count => _sorted.Length;

    /// <summary>The mean in milliseconds; NaN when there are none.</summary>
    internal double Mean => _sorted.Length == 0 ? double.NaN : Milliseconds(_sorted.Average());

    /// <summary>The smallest duration that at least so many percent of the runs did not exceed (the nearest rank), in milliseconds; 0 gives the smallest, 100 the largest. NaN when there are none.</summary>
    internal double Percentile(double percent)
    {
        if (_sorted.Length == 0)
            return double.NaN;
        int rank = (int)Math.Ceiling(percent / 100 * _sorted.Length);
        return Milliseconds(_sorted[Math.Clamp(rank, 1, _sorted.Length) - 1]);
    }

    private static double Milliseconds(double ticks) => ticks * 1000 / Stopwatch.Frequency;
}
