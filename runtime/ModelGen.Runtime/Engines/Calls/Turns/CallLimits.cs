namespace ModelGen.Engines;

/// <summary>How many calls there may be, and how long they wait, as the options say; checked.</summary>
internal sealed class CallLimits
{
    /// <summary>Calls on the CPU where the options don't say.</summary>
    /// <remarks>
    /// Calls are made when they are needed, so the number costs nothing by itself. With one near the number of processors, 16 threads of a network of some microseconds lost
    /// a fifth of their throughput to handing turns from one sleeping thread to the next; the system's scheduler does that better.
    /// </remarks>
    public static int OnCpu => Math.Max(64, 2 * Environment.ProcessorCount);

    /// <summary>Takes them from the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number can't be meant.</exception>
    public CallLimits(ModelOptions options)
    {
        if (options.MaxCalls is { } calls)
            ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1, nameof(options.MaxCalls));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxQueuedCalls, nameof(options.MaxQueuedCalls));
        if (options.CallTimeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.CallTimeout, TimeSpan.Zero, nameof(options.CallTimeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.CallTimeout.TotalMilliseconds, int.MaxValue, nameof(options.CallTimeout));
        }
        (Timeout, Queued) = (options.CallTimeout, options.MaxQueuedCalls);
    }

    /// <summary>The longest wait for a turn; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no end.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Asynchronous calls that may wait.</summary>
    public int Queued { get; }
}
