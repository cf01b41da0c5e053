using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>How long a node took. Nodes are those that ran: fused and rewritten by ONNX Runtime, or a whole subgraph that a provider compiled.</summary>
/// <param name="Name">The node's name, after optimisation.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="Provider">What computed it, in ONNX Runtime's words: <c>CPUExecutionProvider</c>.</param>
/// <param name="Calls">How often it ran in all runs together.</param>
/// <param name="Total">Its time in all runs. That of a loop or branch is without the nodes inside.</param>
/// <param name="Share">The part of all nodes' time, 0 to 1.</param>
/// <param name="Inputs">Its inputs as <c>float 1×3×224×224</c>, at its first call; empty where ONNX Runtime does not say.</param>
/// <param name="Outputs">Its outputs, likewise.</param>
public sealed record NodeTiming(
    string Name, string Operator, string Provider, int Calls, TimeSpan Total, double Share, ImmutableArray<string> Inputs, ImmutableArray<string> Outputs)
{
    /// <summary>The time of one call.</summary>
    public TimeSpan Mean => Calls == 0 ? TimeSpan.Zero : Total / Calls;
}
