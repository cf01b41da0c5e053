namespace ModelGen.Engines;

/// <summary>The time of all nodes of one operator, or of one provider.</summary>
/// <param name="Name">The operator or the provider, in ONNX Runtime's words: <c>Conv</c>, <c>CPUExecutionProvider</c>.</param>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Calls">How often they ran, all together.</param>
/// <param name="Total">Their time in all runs.</param>
/// <param name="Share">The part of all nodes' time, 0 to 1.</param>
public sealed record GroupTiming(string Name, int Nodes, int Calls, TimeSpan Total, double Share);
