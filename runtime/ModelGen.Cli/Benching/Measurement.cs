namespace ModelGen.Cli;

/// <summary>What was measured.</summary>
/// <param name="WarmupRuns">Runs before the measurement.</param>
/// <param name="Latencies">One duration a run.</param>
/// <param name="Seconds">The time that all measured runs took together.</param>
/// <param name="AllocatedBytes">Managed bytes that all measured runs allocated together, on the calling thread.</param>
/// <param name="Complete">False when Ctrl+C cut it short.</param>
internal sealed record Measurement(int WarmupRuns, Latencies Latencies, double Seconds, long AllocatedBytes, bool Complete)
{
    /// <summary>Runs a second, one after the other; 0 when there were none.</summary>
    internal double Throughput => Seconds > 0 ? Latencies.Count / Seconds : 0;

    /// <summary>Managed bytes a run.</summary>
    internal double AllocatedPerRun => Latencies.Count == 0 ? 0 : (double)AllocatedBytes / Latencies.Count;
}
