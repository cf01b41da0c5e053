using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>One event of ONNX Runtime's profile: something that began and took a while.</summary>
/// <param name="Category"><c>Session</c>, <c>Node</c>, or what a provider calls its own.</param>
/// <param name="Name">What it was; a node's without the ending that tells its kernel's time from other times.</param>
/// <param name="ProcessId">The process.</param>
/// <param name="ThreadId">The thread.</param>
/// <param name="Start">Microseconds since the session's profiling began.</param>
/// <param name="Duration">Microseconds.</param>
/// <param name="Operator">A node's operator; empty for other events.</param>
/// <param name="Provider">What computed it; empty where that is not said.</param>
/// <param name="Inputs">Types and shapes of what went in.</param>
/// <param name="Outputs">Types and shapes of what came out.</param>
internal sealed record TraceEvent(
    string Category, string Name, long ProcessId, long ThreadId, long Start, long Duration,
    string Operator, string Provider, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs)
{
    /// <summary>Microseconds at which it was over.</summary>
    public long End => Start + Duration;

    /// <summary>Whether it is the time of a node.</summary>
    public bool IsNode => Category == "Node" && Operator.Length > 0;

    /// <summary>Whether it is one run of the whole model.</summary>
    public bool IsRun => Category == "Session" && Name == "model_run";
}
